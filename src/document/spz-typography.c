/* spz-typography.c: how text is set on paper
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#include "config.h"

#include "spz-typography-private.h"

#include <glib/gi18n-lib.h>
#include <hb.h>

#include "spz-document-notes.h"
#include "spz-inline.h"
#include "spz-marker.h"

/* Noto Sans covers the names in European administration (DIN 91379) wholly,
 * the others are for where it is missing. */
#define FAMILY   "Noto Sans"
#define FAMILIES FAMILY ", Lato, DejaVu Sans, sans-serif"

typedef struct
{
  double      size;  /* in points, as in the original */
  double      line;  /* distance of baselines, in points */
  PangoWeight weight;
  gboolean    quiet; /* grey */
} Setting;

static const Setting settings[SPZ_N_TEXT_STYLES] =
{
  [SPZ_TEXT_BYLINE]      = { 12.0, 17.0, PANGO_WEIGHT_NORMAL, FALSE },
  [SPZ_TEXT_LETTERHEAD]  = { 10.0, 14.0, PANGO_WEIGHT_NORMAL, FALSE },
  [SPZ_TEXT_TITLE]       = { 22.0, 28.0, PANGO_WEIGHT_BOLD,   FALSE },
  [SPZ_TEXT_OCCASION]    = { 12.0, 17.0, PANGO_WEIGHT_NORMAL, TRUE },
  [SPZ_TEXT_HEADING_1]   = { 14.5, 19.0, PANGO_WEIGHT_BOLD,   FALSE },
  [SPZ_TEXT_HEADING_2]   = { 12.0, 17.0, PANGO_WEIGHT_BOLD,   FALSE },
  [SPZ_TEXT_BODY]        = { 12.0, 17.0, PANGO_WEIGHT_NORMAL, FALSE },
  [SPZ_TEXT_CONCLUSION]  = { 12.0, 17.0, PANGO_WEIGHT_BOLD,   FALSE },
  [SPZ_TEXT_TABLE_HEAD]  = {  9.5, 13.0, PANGO_WEIGHT_BOLD,   FALSE },
  [SPZ_TEXT_CELL]        = { 10.5, 15.0, PANGO_WEIGHT_NORMAL, FALSE },
  [SPZ_TEXT_CELL_STRONG] = { 10.5, 15.0, PANGO_WEIGHT_BOLD,   FALSE },
  [SPZ_TEXT_CELL_NOTE]   = {  9.5, 13.5, PANGO_WEIGHT_NORMAL, TRUE },
  [SPZ_TEXT_FURNITURE]   = {  9.0, 12.0, PANGO_WEIGHT_NORMAL, TRUE },
  [SPZ_TEXT_MARKING]     = {  9.0, 12.0, PANGO_WEIGHT_BOLD,   FALSE },
  [SPZ_TEXT_TIME]        = { 10.0, 12.0, PANGO_WEIGHT_BOLD,   TRUE },
  [SPZ_TEXT_NOTE]        = {  9.0, 12.0, PANGO_WEIGHT_NORMAL, FALSE },
};

/* How large the number of a note is set, and how high, against the text around it */
#define NUMBER_SIZE 0.65
#define NUMBER_RISE 0.35

/* What isn't torn apart at a line's end: "KW 7", "42,3 %", "8. Februar",
 * "E-Government" */
#define UNBREAKABLE                                                            \
  "(?:\\b(?:KW|FB|Nr\\.|TOP|Abs\\.|Art\\.|Dezernat|Q[1-4])|§§?) [\\dIVX][\\w/.-]*" \
  "|\\d (?:%|€|EUR|Euro|Uhr|Mio\\.|Mrd\\.|Tsd\\.)"                             \
  "|\\b\\d{1,2}\\. (?:Januar|Februar|März|April|Mai|Juni|Juli|August"          \
  "|September|Oktober|November|Dezember|Halbjahr|Quartal)\\b"                  \
  "|\\b[a-z]\\. [A-Za-z]\\."                                                 \
  "|\\b\\pL{1,2}-\\pL"

/* Private: makes the context, with metrics that do not depend on a screen (a
 * PDF's unit is the point; rounding or hinting would shift glyphs). Its fonts
 * are the thread's, which need not be found again for every document. */
void
spz_typography_init (SpzTypography *self,
                     SpzPageLayout  layout,
                     const char    *language)
{
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);

  self->measures = spz_page_layout_get_measures (layout);
  self->scale = self->measures->spacing;
  self->unknown = g_string_new (NULL);
  self->unbreakable = g_regex_new (UNBREAKABLE, G_REGEX_OPTIMIZE, 0, NULL);
  self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  pango_cairo_context_set_resolution (self->context, 72);
  pango_cairo_context_set_font_options (self->context, options);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  pango_context_set_language (self->context, pango_language_from_string (language));

  cairo_font_options_destroy (options);
}

void
spz_typography_clear (SpzTypography *self)
{
  for (guint i = 0; i < SPZ_N_TEXT_STYLES; i++)
    {
      g_clear_pointer (&self->fonts[i], pango_font_description_free);
      g_clear_pointer (&self->labels[i], g_hash_table_unref);
    }
  g_clear_object (&self->context);
  g_clear_pointer (&self->unbreakable, g_regex_unref);
  if (self->unknown != NULL)
    g_string_free (g_steal_pointer (&self->unknown), TRUE);
}

/**
 * spz_typeface_describe_missing:
 *
 * Finds out whether papers are set in their own typeface, Noto Sans. It covers
 * the names of people in European administration (DIN 91379); another one may
 * not, and breaks lines and pages elsewhere.
 *
 * Returns: (transfer full) (nullable): what is missing and what to do; %NULL if
 *   nothing is
 */
char *
spz_typeface_describe_missing (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoFontDescription *wanted = pango_font_description_from_string (FAMILIES);
  PangoFont *font = pango_context_load_font (context, wanted);
  PangoFontDescription *found = font != NULL ? pango_font_describe (font) : NULL;
  const char *family = found != NULL ? pango_font_description_get_family (found) : "–";
  char *text = NULL;

  if (!g_str_equal (family, FAMILY))
    /* Translators: the names of two typefaces, and of a package of the system */
    text = g_strdup_printf (_("The typeface %s is missing, %s is used instead. Lines and pages may break elsewhere "
                              "and names may lack characters. Please install the package %s."),
                            FAMILY, family, "fonts-noto-core");

  pango_font_description_free (wanted);
  g_clear_pointer (&found, pango_font_description_free);
  g_clear_object (&font);
  g_object_unref (context);

  return text;
}

/* Private: the size of a style's type, in points */
double
spz_typography_get_size (SpzTypography *self,
                         SpzTextStyle   style)
{
  return settings[style].size * self->measures->type;
}

/* Private: the height of a style's lines, in points */
double
spz_typography_get_line (SpzTypography *self,
                         SpzTextStyle   style)
{
  return settings[style].line * self->measures->leading;
}

/* Private: whether a style is set in grey */
gboolean
spz_text_style_is_quiet (SpzTextStyle style)
{
  return settings[style].quiet;
}

static void
insert_attribute (PangoAttrList  *attributes,
                  PangoAttribute *attribute,
                  gsize           start,
                  gsize           end)
{
  attribute->start_index = (guint) start;
  attribute->end_index = (guint) end;
  pango_attr_list_insert (attributes, attribute);
}

static void
forbid_breaks (SpzTypography *self,
               PangoAttrList *attributes,
               const char    *text)
{
  g_autoptr (GMatchInfo) match = NULL;

  g_regex_match (self->unbreakable, text, 0, &match);
  while (g_match_info_matches (match))
    {
      int start, end;

      if (g_match_info_fetch_pos (match, 0, &start, &end))
        insert_attribute (attributes, pango_attr_allow_breaks_new (FALSE),
                          (gsize) start, (gsize) end);
      g_match_info_next (match, NULL);
    }
}

/* Pango blanks the space at a line's end; without it the words of a PDF run
 * into each other where lines meet when its text is read or copied. */
static void
restore_space (PangoLayoutRun *run,
               const char     *text)
{
  PangoGlyphString *glyphs = run->glyphs;

  for (int i = 0; i < glyphs->num_glyphs; i++)
    {
      hb_codepoint_t glyph;

      if (glyphs->glyphs[i].glyph != PANGO_GLYPH_EMPTY ||
          text[run->item->offset + glyphs->log_clusters[i]] != ' ')
        continue;

      if (hb_font_get_nominal_glyph (pango_font_get_hb_font (run->item->analysis.font), ' ', &glyph))
        glyphs->glyphs[i].glyph = glyph;
    }
}

static void
note_unknown (SpzTypography  *self,
              PangoLayoutRun *run)
{
  for (int i = 0; i < run->glyphs->num_glyphs; i++)
    {
      PangoGlyph glyph = run->glyphs->glyphs[i].glyph;
      gunichar character = glyph & ~PANGO_GLYPH_UNKNOWN_FLAG;
      char buffer[7] = { 0 };

      if (glyph == PANGO_GLYPH_EMPTY || !(glyph & PANGO_GLYPH_UNKNOWN_FLAG) ||
          !g_unichar_validate (character))
        continue;

      g_unichar_to_utf8 (character, buffer);
      if (strstr (self->unknown->str, buffer) == NULL)
        g_string_append (self->unknown, buffer);
    }
}

static void
finish_layout (SpzTypography *self,
               PangoLayout   *layout)
{
  gboolean has_unknown = pango_layout_get_unknown_glyphs_count (layout) > 0;
  const char *text = pango_layout_get_text (layout);

  for (int i = 0; i < pango_layout_get_line_count (layout); i++)
    {
      PangoLayoutLine *line = pango_layout_get_line (layout, i);

      for (GSList *l = line->runs; l != NULL; l = l->next)
        {
          restore_space (l->data, text);
          if (has_unknown)
            note_unknown (self, l->data);
        }
    }
}

static const PangoFontDescription *
get_font (SpzTypography *self,
          SpzTextStyle   style)
{
  PangoFontDescription *font = self->fonts[style];

  if (font == NULL)
    {
      font = self->fonts[style] = pango_font_description_from_string (FAMILIES);
      pango_font_description_set_absolute_size (font, spz_typography_get_size (self, style) * PANGO_SCALE);
      pango_font_description_set_weight (font, settings[style].weight);
    }

  return font;
}

static PangoLayout *
begin_layout (SpzTypography  *self,
              SpzTextStyle    style,
              const char     *text,
              PangoAttrList  *attributes,
              double          width,
              PangoAlignment  alignment)
{
  PangoLayout *layout = pango_layout_new (self->context);
  int line = (int) (spz_typography_get_line (self, style) * PANGO_SCALE);

  /* No ligatures: German compounds must not have them across their joints */
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("liga=0, clig=0"));
  pango_attr_list_insert (attributes, pango_attr_line_height_new_absolute (line));
  forbid_breaks (self, attributes, text);

  pango_layout_set_font_description (layout, get_font (self, style));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_alignment (layout, alignment);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (width > 0)
    pango_layout_set_width (layout, (int) (width * PANGO_SCALE));

  return layout;
}

static PangoLayout *
make_layout (SpzTypography  *self,
             SpzTextStyle    style,
             const char     *text,
             PangoAttrList  *attributes,
             double          width,
             PangoAlignment  alignment)
{
  PangoLayout *layout = begin_layout (self, style, text, attributes, width, alignment);

  finish_layout (self, layout);

  return layout;
}

/* Private: how the number of a note is written: with a bracket, so that it is
 * no exponent to a number */
char *
spz_typography_get_number (const SpzNote *note)
{
  return g_strdup_printf ("%u)", note->number);
}

/* Adds the numbers of notes for the marks in @marked, raised. A space that
 * doesn't break keeps them apart from a number, for those who copy it too. */
static void
append_noted (SpzTypography *self,
              SpzTextStyle   style,
              GString       *text,
              PangoAttrList *attributes,
              const char    *marked,
              const GArray  *notes,
              guint         *next)
{
  g_auto (GStrv) parts = g_strsplit (marked, SPZ_NOTE_MARK, -1);

  for (char **part = parts; *part != NULL; part++)
    {
      g_autofree char *number = NULL;
      gsize start;

      g_string_append (text, *part);
      if (part[1] == NULL || notes == NULL || *next >= notes->len)
        continue;

      number = spz_typography_get_number (g_array_index (notes, SpzNoteReference, (*next)++).note);
      start = text->len;
      g_string_append_printf (text, "\u00a0%s", number);
      insert_attribute (attributes, pango_attr_scale_new (NUMBER_SIZE), start, text->len);
      /* It must not push its line down: what it needs is there. */
      insert_attribute (attributes, pango_attr_line_height_new_absolute (PANGO_SCALE), start, text->len);
      insert_attribute (attributes, pango_attr_weight_new (PANGO_WEIGHT_NORMAL), start, text->len);
      insert_attribute (attributes,
                        pango_attr_rise_new ((int) (NUMBER_RISE * spz_typography_get_size (self, style) * PANGO_SCALE)),
                        start, text->len);
    }
}

/* Private: sets a node's runs, wrapped at @width points. What isn't for
 * everybody is marked, so that it isn't read out by mistake. */
PangoLayout *
spz_typography_set_node (SpzTypography *self,
                         SpzTextStyle   style,
                         const SpzNode *node,
                         double         width)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  g_autoptr (GPtrArray) runs = spz_node_get_marked_runs (node);
  g_autoptr (GString) text = g_string_new (spz_marker_get (node->audience));
  guint next = 0;

  if (text->len > 0)
    {
      insert_attribute (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), 0, text->len);
      g_string_append_c (text, ' ');
    }

  for (guint i = 0; i < runs->len; i++)
    {
      const SpzInlineRun *run = g_ptr_array_index (runs, i);
      gsize start = text->len;

      append_noted (self, style, text, attributes, run->text, node->notes, &next);
      if (run->style & SPZ_INLINE_BOLD)
        insert_attribute (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start, text->len);
      if (run->style & SPZ_INLINE_ITALIC)
        insert_attribute (attributes, pango_attr_style_new (PANGO_STYLE_ITALIC), start, text->len);
    }

  return make_layout (self, style, text->str, attributes, width, PANGO_ALIGN_LEFT);
}

/* Private: sets plain text, wrapped at @width points if that is above 0 */
PangoLayout *
spz_typography_set_text (SpzTypography  *self,
                         SpzTextStyle    style,
                         const char     *text,
                         double          width,
                         PangoAlignment  alignment)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  return make_layout (self, style, text, attributes, width, alignment);
}

/* Private: sets plain text on one line, which ends in an ellipsis where it is
 * longer than @width points */
PangoLayout *
spz_typography_set_line (SpzTypography  *self,
                         SpzTextStyle    style,
                         const char     *text,
                         double          width,
                         PangoAlignment  alignment)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoLayout *layout = begin_layout (self, style, text, attributes, width, alignment);

  pango_layout_set_height (layout, 0);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  finish_layout (self, layout);

  return layout;
}

/* Private: sets plain text that is heard only, so that its letters need no fine
 * spacing: that takes as long as all else about them. */
PangoLayout *
spz_typography_set_unseen (SpzTypography *self,
                           const char    *text,
                           double         width)
{
  PangoLayout *layout = pango_layout_new (self->context);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("kern=0, liga=0, clig=0"));
  pango_layout_set_font_description (layout, get_font (self, SPZ_TEXT_CELL));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  finish_layout (self, layout);

  return layout;
}

/* Private: sets plain text in which marks stand for @notes */
PangoLayout *
spz_typography_set_noted (SpzTypography  *self,
                          SpzTextStyle    style,
                          const char     *text,
                          const GArray   *notes,
                          double          width,
                          PangoAlignment  alignment)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  g_autoptr (GString) noted = g_string_new (NULL);
  guint next = 0;

  append_noted (self, style, noted, attributes, text, notes, &next);

  return make_layout (self, style, noted->str, attributes, width, alignment);
}

/* Private: sets a bullet. There are many of few: they share their layouts. */
PangoLayout *
spz_typography_set_label (SpzTypography *self,
                          SpzTextStyle   style,
                          const char    *label)
{
  PangoLayout *layout;

  if (self->labels[style] == NULL)
    self->labels[style] = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);

  layout = g_hash_table_lookup (self->labels[style], label);
  if (layout == NULL)
    {
      layout = spz_typography_set_text (self, style, label, 0, PANGO_ALIGN_LEFT);
      g_hash_table_insert (self->labels[style], (gpointer) g_intern_string (label), layout);
    }

  return g_object_ref (layout);
}
