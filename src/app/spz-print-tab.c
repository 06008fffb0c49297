/* spz-print-tab.c: what is printed, in the system's print dialogue
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-print-tab.h"

#include "spz-labels.h"

struct _SpzPrintTab
{
  GtkBox          parent_instance;

  SpzPrintOptions options;

  /* While the options are shown, the widgets' changes are not the user's. */
  gboolean        showing;

  /* Template */
  GtkDropDown    *audience;
  GtkDropDown    *layout;
  GtkWidget      *layout_label;
  GtkWidget      *parts;
  GtkWidget      *parts_label;
  GtkCheckButton *text;
  GtkCheckButton *plan;
  GtkDropDown    *paper;
  GtkLabel       *summary;
};

G_DEFINE_FINAL_TYPE (SpzPrintTab, spz_print_tab, GTK_TYPE_BOX)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show (SpzPrintTab *self)
{
  const SpzPrintOptions *options = &self->options;

  self->showing = TRUE;
  gtk_drop_down_set_selected (self->audience, options->audience);
  gtk_drop_down_set_selected (self->layout, options->layout);
  gtk_drop_down_set_selected (self->paper, options->paper);
  gtk_check_button_set_active (self->text, !(options->omits & SPZ_COMPOSE_NO_TEXT));
  gtk_check_button_set_active (self->plan, !(options->omits & SPZ_COMPOSE_NO_TIMELINE));
  /* A layout without text has but one part. */
  gtk_widget_set_sensitive (self->parts, spz_page_layout_get_flags (options->layout) == SPZ_COMPOSE_DEFAULT);
  gtk_widget_set_sensitive (GTK_WIDGET (self->paper), !(options->omits & SPZ_COMPOSE_NO_TIMELINE));
  self->showing = FALSE;
}

static void
change (SpzPrintTab           *self,
        const SpzPrintOptions *options)
{
  self->options = *options;
  show (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
audience_cb (SpzPrintTab *self)
{
  SpzPrintOptions options = self->options;

  if (self->showing)
    return;

  options.audience = (SpzAudience) gtk_drop_down_get_selected (self->audience);
  if (options.layout != SPZ_PAGE_LAYOUT_PLAN)
    options.layout = spz_page_layout_for_audience (options.audience);
  change (self, &options);
}

static void
layout_cb (SpzPrintTab *self)
{
  SpzPrintOptions options = self->options;

  if (self->showing)
    return;

  options.layout = (SpzPageLayout) gtk_drop_down_get_selected (self->layout);
  options.omits = spz_page_layout_get_flags (options.layout);
  change (self, &options);
}

static void
paper_cb (SpzPrintTab *self)
{
  SpzPrintOptions options = self->options;

  if (self->showing)
    return;

  options.paper = (SpzTimelinePaper) gtk_drop_down_get_selected (self->paper);
  change (self, &options);
}

/* Something is printed always: who takes out the one part gets the other. */
static void
parts_cb (SpzPrintTab    *self,
          GtkCheckButton *button)
{
  SpzPrintOptions options = self->options;
  gboolean text = gtk_check_button_get_active (self->text);
  gboolean plan = gtk_check_button_get_active (self->plan);

  if (self->showing)
    return;

  if (!text && !plan)
    {
      text = button == self->plan;
      plan = !text;
    }
  options.omits = (text ? 0 : SPZ_COMPOSE_NO_TEXT) | (plan ? 0 : SPZ_COMPOSE_NO_TIMELINE);
  change (self, &options);
}

static void
spz_print_tab_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SPZ_TYPE_PRINT_TAB);

  G_OBJECT_CLASS (spz_print_tab_parent_class)->dispose (object);
}

static void
spz_print_tab_class_init (SpzPrintTabClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spz_print_tab_dispose;

  /**
   * SpzPrintTab::changed:
   * @self: the tab
   *
   * The user chose something else.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, SPZ_RESOURCE_PATH "/spz-print-tab.ui");
  gtk_widget_class_bind_template_child (widget_class, SpzPrintTab, audience);
  gtk_widget_class_bind_template_child (widget_class, SpzPrintTab, layout);
  gtk_widget_class_bind_template_child (widget_class, SpzPrintTab, layout_label);
  gtk_widget_class_bind_template_child (widget_class, SpzPrintTab, parts);
  gtk_widget_class_bind_template_child (widget_class, SpzPrintTab, parts_label);
  gtk_widget_class_bind_template_child (widget_class, SpzPrintTab, text);
  gtk_widget_class_bind_template_child (widget_class, SpzPrintTab, plan);
  gtk_widget_class_bind_template_child (widget_class, SpzPrintTab, paper);
  gtk_widget_class_bind_template_child (widget_class, SpzPrintTab, summary);
  gtk_widget_class_bind_template_callback (widget_class, audience_cb);
  gtk_widget_class_bind_template_callback (widget_class, layout_cb);
  gtk_widget_class_bind_template_callback (widget_class, paper_cb);
  gtk_widget_class_bind_template_callback (widget_class, parts_cb);
}

static void
spz_print_tab_init (SpzPrintTab *self)
{
  const char *const papers[] = { "A4", "A3", NULL };
  g_autoptr(GtkStringList) paper_list = gtk_string_list_new (papers);
  g_autoptr(GtkStringList) audiences = gtk_string_list_new (NULL);
  g_autoptr(GtkStringList) layouts = gtk_string_list_new (NULL);

  for (int i = SPZ_AUDIENCE_PUBLIC; i <= SPZ_AUDIENCE_INTERNAL; i++)
    gtk_string_list_append (audiences, spz_enum_get_label (SPZ_TYPE_AUDIENCE, i));
  for (guint i = 0; i < SPZ_N_PAGE_LAYOUTS; i++)
    gtk_string_list_append (layouts, spz_page_layout_get_title ((SpzPageLayout) i));

  self->showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_down_set_model (self->audience, G_LIST_MODEL (audiences));
  gtk_drop_down_set_model (self->layout, G_LIST_MODEL (layouts));
  gtk_drop_down_set_model (self->paper, G_LIST_MODEL (paper_list));
  self->showing = FALSE;
}

/**
 * spz_print_tab_new:
 * @options: what is chosen
 * @has_text: whether there is more to print than the plan
 *
 * Makes the tab in which the user chooses what to print.
 *
 * Returns: (transfer floating): the tab
 */
SpzPrintTab *
spz_print_tab_new (const SpzPrintOptions *options,
                   gboolean               has_text)
{
  SpzPrintTab *self = g_object_new (SPZ_TYPE_PRINT_TAB, NULL);

  self->options = *options;
  gtk_widget_set_visible (GTK_WIDGET (self->layout), has_text);
  gtk_widget_set_visible (self->layout_label, has_text);
  gtk_widget_set_visible (self->parts, has_text);
  gtk_widget_set_visible (self->parts_label, has_text);
  show (self);

  return self;
}

/**
 * spz_print_tab_get_options:
 * @self: a tab
 * @options: (out caller-allocates): what is chosen
 */
void
spz_print_tab_get_options (SpzPrintTab     *self,
                           SpzPrintOptions *options)
{
  g_return_if_fail (SPZ_IS_PRINT_TAB (self));

  *options = self->options;
}

/**
 * spz_print_tab_set_summary:
 * @self: a tab
 * @summary: what comes out of what is chosen
 *
 * Tells how many pages there will be, and what does not fit.
 */
void
spz_print_tab_set_summary (SpzPrintTab *self,
                           const char  *summary)
{
  g_return_if_fail (SPZ_IS_PRINT_TAB (self));

  gtk_label_set_label (self->summary, summary);
}
