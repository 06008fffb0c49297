/* spz-page.c: one page of the window
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-page.h"

#include "spz-feedback.h"
#include "spz-window.h"

typedef struct
{
  /* Owned */
  SpzProgramme *programme;
  char         *title;
  char         *icon_name;

  gboolean      folded;
} SpzPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SpzPage, spz_page, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_PROGRAMME,
  PROP_TITLE,
  PROP_ICON_NAME,
  PROP_FOLDED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static SpzPagePrivate *
get_private (SpzPage *self)
{
  return spz_page_get_instance_private (self);
}

static void
set_programme (SpzPage      *self,
               SpzProgramme *programme)
{
  SpzPagePrivate *priv = get_private (self);
  g_autoptr(SpzProgramme) former = NULL;

  if (priv->programme == programme)
    return;

  /* The former one lives until the page has let go of what it shows. */
  former = g_steal_pointer (&priv->programme);
  if (programme != NULL)
    priv->programme = g_object_ref (programme);

  if (SPZ_PAGE_GET_CLASS (self)->set_programme != NULL)
    SPZ_PAGE_GET_CLASS (self)->set_programme (self, programme);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROGRAMME]);
}

static void
spz_page_get_property (GObject    *object,
                       guint       prop_id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  SpzPagePrivate *priv = get_private (SPZ_PAGE (object));

  switch (prop_id)
    {
    case PROP_PROGRAMME:
      g_value_set_object (value, priv->programme);
      break;

    case PROP_TITLE:
      g_value_set_string (value, priv->title);
      break;

    case PROP_ICON_NAME:
      g_value_set_string (value, priv->icon_name);
      break;

    case PROP_FOLDED:
      g_value_set_boolean (value, priv->folded);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_string (SpzPage    *self,
            char      **member,
            const char *text,
            GParamSpec *pspec)
{
  if (g_strcmp0 (*member, text) == 0)
    return;

  g_free (*member);
  *member = g_strdup (text);
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
spz_page_set_property (GObject      *object,
                       guint         prop_id,
                       const GValue *value,
                       GParamSpec   *pspec)
{
  SpzPage *self = SPZ_PAGE (object);
  SpzPagePrivate *priv = get_private (self);

  switch (prop_id)
    {
    case PROP_PROGRAMME:
      set_programme (self, g_value_get_object (value));
      break;

    case PROP_TITLE:
      set_string (self, &priv->title, g_value_get_string (value), pspec);
      break;

    case PROP_ICON_NAME:
      set_string (self, &priv->icon_name, g_value_get_string (value), pspec);
      break;

    case PROP_FOLDED:
      if (priv->folded != g_value_get_boolean (value))
        {
          priv->folded = g_value_get_boolean (value);
          g_object_notify_by_pspec (object, pspec);
        }
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
spz_page_dispose (GObject *object)
{
  SpzPagePrivate *priv = get_private (SPZ_PAGE (object));

  /* A page's own dispose has run before: its class is not asked any more. */
  g_clear_object (&priv->programme);

  G_OBJECT_CLASS (spz_page_parent_class)->dispose (object);
}

static void
spz_page_finalize (GObject *object)
{
  SpzPagePrivate *priv = get_private (SPZ_PAGE (object));

  g_free (priv->title);
  g_free (priv->icon_name);

  G_OBJECT_CLASS (spz_page_parent_class)->finalize (object);
}

static void
spz_page_class_init (SpzPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = spz_page_get_property;
  object_class->set_property = spz_page_set_property;
  object_class->dispose = spz_page_dispose;
  object_class->finalize = spz_page_finalize;

  properties[PROP_PROGRAMME] =
    g_param_spec_object ("programme", NULL, NULL, SPZ_TYPE_PROGRAMME,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_ICON_NAME] =
    g_param_spec_string ("icon-name", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_FOLDED] =
    g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
spz_page_init (SpzPage *self)
{
}

/**
 * spz_page_get_programme:
 * @self: a page
 *
 * Gets the programme the page shows.
 *
 * Returns: (transfer none) (nullable): the programme
 */
SpzProgramme *
spz_page_get_programme (SpzPage *self)
{
  g_return_val_if_fail (SPZ_IS_PAGE (self), NULL);

  return get_private (self)->programme;
}

/**
 * spz_page_can_add:
 * @self: a page
 *
 * Tells whether there is something "+" can add here.
 *
 * Returns: whether spz_page_add() does something
 */
gboolean
spz_page_can_add (SpzPage *self)
{
  SpzProgramme *programme;

  g_return_val_if_fail (SPZ_IS_PAGE (self), FALSE);

  programme = get_private (self)->programme;

  return programme != NULL &&
         !spz_programme_get_read_only (programme) &&
         SPZ_PAGE_GET_CLASS (self)->add != NULL;
}

/**
 * spz_page_add:
 * @self: a page
 *
 * Adds what the page holds; nothing happens where nothing can be added.
 */
void
spz_page_add (SpzPage *self)
{
  g_return_if_fail (SPZ_IS_PAGE (self));

  if (spz_page_can_add (self))
    SPZ_PAGE_GET_CLASS (self)->add (self);
}

/**
 * spz_page_reveal:
 * @self: a page
 * @record: a record of a kind the page holds
 *
 * Shows @record and focuses it.
 *
 * Returns: whether it could
 */
gboolean
spz_page_reveal (SpzPage   *self,
                 SpzRecord *record)
{
  g_return_val_if_fail (SPZ_IS_PAGE (self), FALSE);
  g_return_val_if_fail (SPZ_IS_RECORD (record), FALSE);

  if (get_private (self)->programme == NULL || SPZ_PAGE_GET_CLASS (self)->reveal == NULL)
    return FALSE;

  return SPZ_PAGE_GET_CLASS (self)->reveal (self, record);
}

/**
 * spz_page_find:
 * @self: a page
 *
 * Starts a search within the page.
 *
 * Returns: %FALSE where the whole programme is to be searched instead
 */
gboolean
spz_page_find (SpzPage *self)
{
  g_return_val_if_fail (SPZ_IS_PAGE (self), FALSE);

  if (get_private (self)->programme == NULL || SPZ_PAGE_GET_CLASS (self)->find == NULL)
    return FALSE;

  return SPZ_PAGE_GET_CLASS (self)->find (self);
}

/**
 * spz_page_print:
 * @self: a page
 *
 * Prints what the page shows.
 *
 * Returns: %FALSE where the page shows nothing of its own to print
 */
gboolean
spz_page_print (SpzPage *self)
{
  g_return_val_if_fail (SPZ_IS_PAGE (self), FALSE);

  if (get_private (self)->programme == NULL || SPZ_PAGE_GET_CLASS (self)->print == NULL)
    return FALSE;

  SPZ_PAGE_GET_CLASS (self)->print (self);

  return TRUE;
}

/**
 * spz_page_report:
 * @self: a page
 * @error: (transfer full) (nullable): what went wrong; nothing happens without
 *
 * Tells the user that an operation did not work.
 */
void
spz_page_report (SpzPage *self,
                 GError  *error)
{
  g_return_if_fail (SPZ_IS_PAGE (self));

  spz_feedback_report (GTK_WIDGET (self), error);
}

/**
 * spz_page_toast_undo:
 * @self: a page
 *
 * Says what the last step was, and offers to undo it.
 */
void
spz_page_toast_undo (SpzPage *self)
{
  g_return_if_fail (SPZ_IS_PAGE (self));

  spz_feedback_undo (GTK_WIDGET (self));
}

/**
 * spz_page_go_to:
 * @self: a page
 * @record: a record, of any kind
 *
 * Shows @record where it lives, on whichever page that is.
 */
void
spz_page_go_to (SpzPage   *self,
                SpzRecord *record)
{
  GtkRoot *root;

  g_return_if_fail (SPZ_IS_PAGE (self));
  g_return_if_fail (SPZ_IS_RECORD (record));

  root = gtk_widget_get_root (GTK_WIDGET (self));
  if (SPZ_IS_WINDOW (root))
    spz_window_go_to (SPZ_WINDOW (root), record);
}
