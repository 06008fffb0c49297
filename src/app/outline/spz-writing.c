/* spz-writing.c: what helps with writing
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-writing.h"

#include "spz-settings.h"

#define DATA_KEY "spz-writing"

/**
 * SpzWriting:
 *
 * What all lines of a display share: whether typed signs become typographic
 * ones, whether spelling is checked, and the dictionary. Lines are checked one
 * at a time, when there is nothing else to do.
 */
struct _SpzWriting
{
  GObject      parent_instance;

  /* Owned */
  GSettings   *settings;
  SpzSpelling *spelling;
  GQueue       queue; /* of Job */
  guint        source;

  gboolean     opened;
  gboolean     typography;
  gboolean     check_spelling;
};

typedef struct
{
  SpzWritingFunc func;
  gpointer       data;
} Job;

G_DEFINE_FINAL_TYPE (SpzWriting, spz_writing, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_TYPOGRAPHY,
  PROP_CHECK_SPELLING,
  N_PROPS
};

enum
{
  WORDS_CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
set_flag (SpzWriting *self,
          gboolean   *flag,
          gboolean    value,
          guint       property)
{
  if (*flag == value)
    return;

  *flag = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
  if (property == PROP_CHECK_SPELLING)
    g_signal_emit (self, signals[WORDS_CHANGED], 0);
}

static void
spz_writing_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  SpzWriting *self = SPZ_WRITING (object);

  switch (prop_id)
    {
    case PROP_TYPOGRAPHY:
      g_value_set_boolean (value, self->typography);
      break;

    case PROP_CHECK_SPELLING:
      g_value_set_boolean (value, self->check_spelling);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
spz_writing_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  SpzWriting *self = SPZ_WRITING (object);

  switch (prop_id)
    {
    case PROP_TYPOGRAPHY:
      set_flag (self, &self->typography, g_value_get_boolean (value), prop_id);
      break;

    case PROP_CHECK_SPELLING:
      set_flag (self, &self->check_spelling, g_value_get_boolean (value), prop_id);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
spz_writing_finalize (GObject *object)
{
  SpzWriting *self = SPZ_WRITING (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_queue_clear_full (&self->queue, g_free);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->spelling, spz_spelling_free);

  G_OBJECT_CLASS (spz_writing_parent_class)->finalize (object);
}

static void
spz_writing_class_init (SpzWritingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = spz_writing_get_property;
  object_class->set_property = spz_writing_set_property;
  object_class->finalize = spz_writing_finalize;

  properties[PROP_TYPOGRAPHY] = g_param_spec_boolean ("typography", NULL, NULL, TRUE, flags);
  properties[PROP_CHECK_SPELLING] = g_param_spec_boolean ("check-spelling", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[WORDS_CHANGED] = g_signal_new ("words-changed", SPZ_TYPE_WRITING, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
spz_writing_init (SpzWriting *self)
{
  self->typography = TRUE;
  self->check_spelling = TRUE;
  g_queue_init (&self->queue);

  self->settings = spz_settings_new ();
  if (self->settings != NULL)
    {
      g_settings_bind (self->settings, "typography", self, "typography", G_SETTINGS_BIND_DEFAULT);
      g_settings_bind (self->settings, "check-spelling", self, "check-spelling", G_SETTINGS_BIND_DEFAULT);
    }
}

/**
 * spz_writing_get_for_display:
 * @display: a display
 *
 * Returns: (transfer none): what its lines share
 */
SpzWriting *
spz_writing_get_for_display (GdkDisplay *display)
{
  SpzWriting *self = g_object_get_data (G_OBJECT (display), DATA_KEY);

  if (self == NULL)
    {
      self = g_object_new (SPZ_TYPE_WRITING, NULL);
      g_object_set_data_full (G_OBJECT (display), DATA_KEY, self, g_object_unref);
    }

  return self;
}

/**
 * spz_writing_get:
 * @widget: a widget
 *
 * Returns: (transfer none): what the lines of its display share
 */
SpzWriting *
spz_writing_get (GtkWidget *widget)
{
  return spz_writing_get_for_display (gtk_widget_get_display (widget));
}

/**
 * spz_writing_get_typography:
 * @self: what lines share
 *
 * Returns: whether typed signs become typographic ones
 */
gboolean
spz_writing_get_typography (SpzWriting *self)
{
  return self->typography;
}

/**
 * spz_writing_get_spelling:
 * @self: what lines share
 *
 * Gets the dictionary, opened at the first time.
 *
 * Returns: (transfer none) (nullable): the dictionary; %NULL where there is
 *   none, or it is not wanted
 */
SpzSpelling *
spz_writing_get_spelling (SpzWriting *self)
{
  if (!self->check_spelling)
    return NULL;

  if (!self->opened)
    {
      self->spelling = spz_spelling_new (g_get_language_names ());
      self->opened = TRUE;
    }

  return self->spelling;
}

/**
 * spz_writing_learn:
 * @self: what lines share
 * @word: a word
 *
 * Adds a word to the user's dictionary.
 */
void
spz_writing_learn (SpzWriting *self,
                   const char *word)
{
  spz_spelling_learn (self->spelling, word);
  g_signal_emit (self, signals[WORDS_CHANGED], 0);
}

/**
 * spz_writing_ignore:
 * @self: what lines share
 * @word: a word
 *
 * Takes a word for right until the application ends.
 */
void
spz_writing_ignore (SpzWriting *self,
                    const char *word)
{
  spz_spelling_ignore (self->spelling, word);
  g_signal_emit (self, signals[WORDS_CHANGED], 0);
}

static void
collect_names (SpzRecordList *records,
               GPtrArray     *names)
{
  static const char *const name_properties[] = { "title", "short-title", "holder", "unit", "symbol" };

  for (guint i = 0; i < spz_record_list_get_size (records); i++)
    {
      gpointer record = spz_record_list_get (records, i);

      for (guint j = 0; j < G_N_ELEMENTS (name_properties); j++)
        {
          char *text = NULL;

          if (g_object_class_find_property (G_OBJECT_GET_CLASS (record), name_properties[j]) == NULL)
            continue;
          g_object_get (record, name_properties[j], &text, NULL);
          g_ptr_array_add (names, text);
        }
    }
}

/**
 * spz_writing_take_words:
 * @self: what lines share
 * @programme: a programme that is written in
 *
 * Takes for right what its roles, action fields, measures, figures and bodies
 * are called, instead of what those of another were.
 */
void
spz_writing_take_words (SpzWriting   *self,
                        SpzProgramme *programme)
{
  const GType types[] = {
    SPZ_TYPE_ROLE, SPZ_TYPE_ACTION_FIELD, SPZ_TYPE_MEASURE, SPZ_TYPE_FIGURE, SPZ_TYPE_BODY,
  };
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  if (spz_writing_get_spelling (self) == NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    collect_names (spz_programme_get_list (programme, types[i]), names);

  if (spz_spelling_set_names (self->spelling, names))
    g_signal_emit (self, signals[WORDS_CHANGED], 0);
}

static gboolean
work_cb (gpointer user_data)
{
  SpzWriting *self = user_data;
  g_autofree Job *job = g_queue_pop_head (&self->queue);

  if (job != NULL)
    job->func (job->data);

  if (!g_queue_is_empty (&self->queue))
    return G_SOURCE_CONTINUE;

  self->source = 0;

  return G_SOURCE_REMOVE;
}

/**
 * spz_writing_queue:
 * @self: what lines share
 * @func: what to do
 * @data: with what
 *
 * Does something when there is nothing else to do. To be called once for
 * @data until it is done or spz_writing_forget() was called.
 */
void
spz_writing_queue (SpzWriting     *self,
                   SpzWritingFunc  func,
                   gpointer        data)
{
  Job *job = g_new0 (Job, 1);

  job->func = func;
  job->data = data;
  g_queue_push_tail (&self->queue, job);
  if (self->source == 0)
    self->source = g_idle_add_full (G_PRIORITY_LOW, work_cb, self, NULL);
}

/**
 * spz_writing_forget:
 * @self: what lines share
 * @data: what was given to spz_writing_queue()
 *
 * Does not do what was queued.
 */
void
spz_writing_forget (SpzWriting *self,
                    gpointer    data)
{
  for (GList *link = self->queue.head; link != NULL; link = link->next)
    {
      Job *job = link->data;

      if (job->data == data)
        {
          g_free (job);
          g_queue_delete_link (&self->queue, link);
          return;
        }
    }
}
