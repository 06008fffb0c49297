/* spz-pdf-check-private.h: what the parts of the PDF checker share
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "spz-pdf-check.h"
#include "spz-pdf-object-private.h"

G_BEGIN_DECLS

/* Deeper than this no tree is followed. */
#define SPZ_PDF_MAX_DEPTH 200

/**
 * SpzPdfClaim:
 * @owner: number of the page or form the content is in
 * @mcid: the content's number there
 * @element: number of the element
 * @has_language: whether the element or one above it says its language
 * @is_marked: whether there is such content
 *
 * Marked content that an element of the structure tree claims as its own.
 */
typedef struct
{
  gint64   owner;
  gint64   mcid;
  gint64   element;
  gboolean has_language;
  gboolean is_marked;
} SpzPdfClaim;

/**
 * SpzPdfHolder:
 * @role: the element's standard type
 * @has_alt: whether it has an alternative description
 * @has_language: whether it or one above it says its language
 *
 * The element of the structure tree that holds an annotation.
 */
typedef struct
{
  const char *role;
  gboolean    has_alt;
  gboolean    has_language;
} SpzPdfHolder;

/* How many codes a font may have */
#define SPZ_PDF_N_CODES 65536

/**
 * SpzPdfCode:
 *
 * What is known of a character's code
 */
typedef enum
{
  SPZ_PDF_CODE_UNKNOWN,
  SPZ_PDF_CODE_KNOWN,
  SPZ_PDF_CODE_INVALID,
} SpzPdfCode;

/* The program of a font, and how wide both say its glyphs are */
typedef struct _SpzPdfProgram SpzPdfProgram;
typedef struct _SpzPdfWidths SpzPdfWidths;

/**
 * SpzPdfFont:
 * @name: its name
 * @code_length: how many bytes a character has in a text: 1 or 2
 * @is_embedded: whether it is in the file
 * @is_identity: whether codes are numbers of glyphs
 * @codes: (nullable): for each code whether it is known which character it is
 *   (#SpzPdfCode); %NULL if it is for all
 * @program: (nullable): what is in the file of it, if that can be read
 * @widths: (nullable): how wide its glyphs are, if it has a program
 *
 * A font as it is used by texts.
 */
typedef struct
{
  char          *name;
  guint          code_length;
  gboolean       is_embedded;
  gboolean       is_identity;
  guint8        *codes;
  SpzPdfProgram *program;
  SpzPdfWidths  *widths;
} SpzPdfFont;

/**
 * SpzPdfColours:
 *
 * Colours of which the output intent has to say what they mean
 */
typedef enum
{
  SPZ_PDF_COLOURS_GREY = 1 << 0,
  SPZ_PDF_COLOURS_RGB  = 1 << 1,
  SPZ_PDF_COLOURS_CMYK = 1 << 2,
} SpzPdfColours;

/**
 * SpzPdfChecker:
 * @page: the page that is being looked at, from 1; 0 for none
 * @has_language: whether the file says which language it is in
 * @colours: those that are used
 * @findings: (element-type SpzPdfFinding): what was found, in order
 * @known: (element-type utf8 SpzPdfFinding): the same, to find those of a kind
 * @claims: (element-type SpzPdfClaim): all marked content of the tree
 * @holders: (element-type gint64 SpzPdfHolder): by the number of the annotation
 * @parents: (element-type gint64 SpzPdfObject): the tree's elements by the
 *   numbers that pages, forms and annotations have in it
 * @forms: (element-type gint64): the forms that have marked content
 * @fonts: (element-type gint64 SpzPdfFont): the fonts that were looked at
 */
typedef struct
{
  qpdf_data   pdf;
  guint       page;
  gboolean    has_language;
  guint       colours;  /* SpzPdfColours */

  /* Owned */
  GPtrArray  *findings;
  GHashTable *known;
  GHashTable *claims;
  GHashTable *holders;
  GHashTable *parents;
  GHashTable *forms;
  GHashTable *fonts;
} SpzPdfChecker;

void          spz_pdf_checker_report         (SpzPdfChecker      *self,
                                              const char         *ua,
                                              const char         *a,
                                              const char         *format,
                                              ...) G_GNUC_PRINTF (4, 5);
gboolean      spz_pdf_checker_language       (SpzPdfChecker      *self,
                                              const SpzPdfObject *object);
SpzPdfClaim  *spz_pdf_checker_find_claim     (SpzPdfChecker      *self,
                                              gint64              owner,
                                              gint64              mcid);

void          spz_pdf_check_catalogue        (SpzPdfChecker      *self);
void          spz_pdf_check_metadata         (SpzPdfChecker      *self);
void          spz_pdf_check_structure        (SpzPdfChecker      *self);
void          spz_pdf_check_table            (SpzPdfChecker      *self,
                                              const SpzPdfObject *table);
void          spz_pdf_check_content          (SpzPdfChecker      *self,
                                              const SpzPdfObject *page);
void          spz_pdf_check_claims           (SpzPdfChecker      *self);
void          spz_pdf_check_colours          (SpzPdfChecker      *self);
SpzPdfFont   *spz_pdf_check_font             (SpzPdfChecker      *self,
                                              const SpzPdfObject *font);
void          spz_pdf_check_text             (SpzPdfChecker      *self,
                                              const SpzPdfFont   *font,
                                              GBytes             *text,
                                              gboolean            is_visible);
void          spz_pdf_check_annotations      (SpzPdfChecker      *self,
                                              const SpzPdfObject *page);
void          spz_pdf_check_action           (SpzPdfChecker      *self,
                                              const SpzPdfObject *action);

guint         spz_pdf_get_code               (GBytes             *bytes,
                                              gsize               at,
                                              gsize               length);
void          spz_pdf_font_free              (SpzPdfFont         *self);
void          spz_pdf_font_read_codes        (SpzPdfFont         *self,
                                              const SpzPdfObject *font,
                                              gboolean            are_known);
void          spz_pdf_check_true_type        (SpzPdfChecker      *checker,
                                              const SpzPdfFont   *self,
                                              const SpzPdfObject *font,
                                              gboolean            is_symbolic);

SpzPdfProgram *spz_pdf_program_new           (const SpzPdfObject *descriptor);
void          spz_pdf_program_free           (SpzPdfProgram      *self);
guint         spz_pdf_program_count_tables   (SpzPdfProgram      *self,
                                              gboolean           *has_unicode,
                                              gboolean           *has_symbols);
guint         spz_pdf_program_count_glyphs   (SpzPdfProgram      *self);
guint         spz_pdf_program_find_cid       (SpzPdfProgram      *self,
                                              guint               cid);
guint         spz_pdf_program_find_character (SpzPdfProgram      *self,
                                              gunichar            character);
guint         spz_pdf_program_find_name      (SpzPdfProgram      *self,
                                              const char         *name);
guint         spz_pdf_program_find_code      (SpzPdfProgram      *self,
                                              guint               code);
gboolean      spz_pdf_program_get_width      (SpzPdfProgram      *self,
                                              guint               glyph,
                                              double             *width);
gboolean      spz_pdf_program_has_outline    (SpzPdfProgram      *self,
                                              guint               glyph);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpzPdfProgram, spz_pdf_program_free)

SpzPdfWidths *spz_pdf_widths_new_simple      (const SpzPdfObject *font,
                                              const SpzPdfObject *descriptor,
                                              gboolean            is_symbolic,
                                              SpzPdfProgram      *program);
SpzPdfWidths *spz_pdf_widths_new_composite   (const SpzPdfObject *descendant,
                                              SpzPdfProgram      *program);
void          spz_pdf_widths_free            (SpzPdfWidths       *self);
gboolean      spz_pdf_widths_agree           (SpzPdfWidths       *self,
                                              guint               code);

char         *spz_pdf_get_role               (SpzPdfChecker      *self,
                                              const SpzPdfObject *element);
SpzPdfObject  spz_pdf_get_attribute          (SpzPdfChecker      *self,
                                              const SpzPdfObject *element,
                                              const char         *owner,
                                              const char         *key);

G_END_DECLS
