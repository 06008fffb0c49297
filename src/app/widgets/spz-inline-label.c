/* spz-inline-label.c: a label with bold and italic
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-inline-label.h"

#include "spz-inline.h"

struct _SpzInlineLabel
{
  AdwBin    parent_instance;

  /* Owned */
  char     *text;

  /* Borrowed: child */
  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (SpzInlineLabel, spz_inline_label, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_TEXT,
  PROP_LINES,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
spz_inline_label_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  SpzInlineLabel *self = SPZ_INLINE_LABEL (object);

  switch (prop_id)
    {
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;

    case PROP_LINES:
      g_value_set_int (value, gtk_label_get_lines (self->label));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_lines (SpzInlineLabel *self,
           int             lines)
{
  if (lines == gtk_label_get_lines (self->label))
    return;

  gtk_label_set_lines (self->label, lines);
  gtk_label_set_ellipsize (self->label, lines > 0 ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LINES]);
}

static void
spz_inline_label_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  SpzInlineLabel *self = SPZ_INLINE_LABEL (object);

  switch (prop_id)
    {
    case PROP_TEXT:
      spz_inline_label_set_text (self, g_value_get_string (value));
      break;

    case PROP_LINES:
      set_lines (self, g_value_get_int (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
spz_inline_label_finalize (GObject *object)
{
  g_free (SPZ_INLINE_LABEL (object)->text);

  G_OBJECT_CLASS (spz_inline_label_parent_class)->finalize (object);
}

static void
spz_inline_label_class_init (SpzInlineLabelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = spz_inline_label_get_property;
  object_class->set_property = spz_inline_label_set_property;
  object_class->finalize = spz_inline_label_finalize;

  properties[PROP_TEXT] =
    g_param_spec_string ("text", NULL, NULL, "",
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_LINES] =
    g_param_spec_int ("lines", NULL, NULL, -1, G_MAXINT, -1,
                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
spz_inline_label_init (SpzInlineLabel *self)
{
  self->text = g_strdup ("");
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->label, 0);
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_wrap_mode (self->label, PANGO_WRAP_WORD_CHAR);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->label));
}

/**
 * spz_inline_label_new:
 * @text: (nullable): inline Markdown
 *
 * Makes a label that shows text with its emphasis and wraps it.
 *
 * Returns: (transfer none): a label
 */
GtkWidget *
spz_inline_label_new (const char *text)
{
  return g_object_new (SPZ_TYPE_INLINE_LABEL,
                       "text", text,
                       NULL);
}

/**
 * spz_inline_label_get_text:
 * @self: a label
 *
 * Gets the text.
 *
 * Returns: inline Markdown
 */
const char *
spz_inline_label_get_text (SpzInlineLabel *self)
{
  g_return_val_if_fail (SPZ_IS_INLINE_LABEL (self), NULL);

  return self->text;
}

/**
 * spz_inline_label_set_text:
 * @self: a label
 * @text: (nullable): inline Markdown
 *
 * Sets the text.
 */
void
spz_inline_label_set_text (SpzInlineLabel *self,
                           const char     *text)
{
  g_autofree char *markup = NULL;

  g_return_if_fail (SPZ_IS_INLINE_LABEL (self));

  if (text == NULL)
    text = "";
  if (strcmp (self->text, text) == 0)
    return;

  markup = spz_inline_to_pango (text);
  gtk_label_set_markup (self->label, markup);
  g_free (self->text);
  self->text = g_strdup (text);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}
