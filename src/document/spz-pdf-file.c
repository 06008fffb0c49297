/* spz-pdf-file.c: changing the objects of a file that Cairo wrote
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 *
 * Of an object, only what is asked for is looked at, and what isn't changed is
 * copied as it stands: a library that reads each of the thousands of objects,
 * which are elements of the structure tree mostly, and writes them anew, takes as
 * long for it as Cairo does to draw the file. Files of others it can't read.
 */

#include "config.h"

#include "spz-pdf-file-private.h"

#include <string.h>
#include <zlib.h>

#include "spz-pdf-lexer-private.h"

/* The length of an entry in the table of objects, see ISO 32000-1, 7.5.4 */
#define ENTRY_LENGTH 20

/**
 * Object:
 * @at: where it stands in the file that was read
 * @text: what stands between "obj" and "endobj"
 * @own: (nullable): @text, if it was changed
 */
typedef struct
{
  gsize      at;
  SpzPdfText text;
  GString   *own;
} Object;

struct _SpzPdfFile
{
  /* Owned */
  GBytes *drawn;
  GArray *objects;  /* Object, by number; there is none with number 0 */

  guint   root;
  guint   info;
};

/* Values */

static gboolean
is_at (const SpzPdfText *self,
       gsize             at,
       const char       *text)
{
  gsize length = strlen (text);

  return at <= self->length && length <= self->length - at && memcmp (self->text + at, text, length) == 0;
}

/* Private: whether it is written like that */
gboolean
spz_pdf_text_is (const SpzPdfText *self,
                 const char       *text)
{
  return self->length == strlen (text) && is_at (self, 0, text);
}

/* The end of what begins at @at, with all that is in it */
static gsize
skip_value (const SpzPdfText *self,
            gsize             at)
{
  guint depth = 0;

  do
    {
      at = spz_pdf_skip_space (self->text, self->length, at);
      if (is_at (self, at, "<<") || is_at (self, at, "["))
        {
          depth++;
          at += is_at (self, at, "[") ? 1 : 2;
        }
      else if (is_at (self, at, ">>") || is_at (self, at, "]"))
        {
          depth--;
          at += is_at (self, at, "]") ? 1 : 2;
        }
      else if (is_at (self, at, "("))
        at = spz_pdf_skip_string (self->text, self->length, at);
      else if (is_at (self, at, "<"))
        at = spz_pdf_skip_digits (self->text, self->length, at) + 1;
      else
        at = spz_pdf_skip_regular (self->text, self->length, at + 1);
    }
  while (depth > 0 && at < self->length);

  return MIN (at, self->length);
}

/* "12 0 R" is one value; "12 0" is two. */
static gsize
skip_reference (const SpzPdfText *self,
                gsize             at)
{
  gsize end = spz_pdf_skip_space (self->text, self->length, at);

  while (end < self->length && g_ascii_isdigit (self->text[end]))
    end++;

  return is_at (self, end, " R") ? end + 2 : at;
}

/* Private: the item of an array, or the key or value of a dictionary, after
 * @at, which is 0 before the first and moves on; %FALSE if there are no more */
gboolean
spz_pdf_text_next (const SpzPdfText *self,
                   gsize            *at,
                   SpzPdfText       *item)
{
  gsize start, end;

  if (*at == 0)
    *at = is_at (self, 0, "<<") ? 2 : is_at (self, 0, "[") ? 1 : self->length;
  start = spz_pdf_skip_space (self->text, self->length, *at);
  if (start >= self->length || is_at (self, start, ">>") || is_at (self, start, "]"))
    {
      *at = start;
      return FALSE;
    }

  end = skip_value (self, start);
  if (g_ascii_isdigit (self->text[start]))
    end = skip_reference (self, end);
  *item = (SpzPdfText) { self->text + start, end - start };
  *at = end;

  return TRUE;
}

/* Private: an entry of a dictionary; nothing if it has none */
SpzPdfText
spz_pdf_text_get (const SpzPdfText *self,
                  const char       *key)
{
  SpzPdfText name, value;
  gsize at = 0;

  while (spz_pdf_text_next (self, &at, &name) && spz_pdf_text_next (self, &at, &value))
    if (spz_pdf_text_is (&name, key))
      return value;

  return (SpzPdfText) { NULL, 0 };
}

/* Private: the number of the object that a value refers to, 0 if it doesn't */
guint
spz_pdf_text_get_reference (const SpzPdfText *self)
{
  guint number = 0;

  if (self->length == 0 || self->text[self->length - 1] != 'R')
    return 0;
  for (gsize i = 0; i < self->length && g_ascii_isdigit (self->text[i]); i++)
    number = number * 10 + (guint) (self->text[i] - '0');

  return number;
}

/* Private: a text as a value: UTF-16BE */
char *
spz_pdf_quote (const char *text)
{
  g_autoptr (GString) value = g_string_new ("<FEFF");
  glong length = 0;
  g_autofree gunichar2 *units = g_utf8_to_utf16 (text, -1, NULL, &length, NULL);

  for (glong i = 0; i < length; i++)
    g_string_append_printf (value, "%04X", units[i]);
  g_string_append_c (value, '>');

  return g_string_free (g_steal_pointer (&value), FALSE);
}

/* Reading */

/* No further than the file goes: no zero byte ends it */
static gsize
read_number (const SpzPdfText *file,
             gsize             at)
{
  gsize number = 0;

  for (; at < file->length && g_ascii_isdigit (file->text[at]); at++)
    number = number * 10 + (gsize) (file->text[at] - '0');

  return number;
}

/* Where a word stands last between two places, if it does: bytes of any value come
 * before it, by which GLib's search would be ended. */
static const char *
find_last (const char *begin,
           const char *end,
           const char *word)
{
  gsize length = strlen (word);

  for (gsize left = (gsize) (end - begin); left >= length; left--)
    if (memcmp (begin + left - length, word, length) == 0)
      return begin + left - length;

  return NULL;
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  gsize first = (*(Object *const *) a)->at, second = (*(Object *const *) b)->at;

  return (first > second) - (first < second);
}

/* An object's text ends before the next one, in the order in which they stand
 * in the file. */
static gboolean
find_texts (SpzPdfFile       *self,
            const SpzPdfText *file,
            gsize             end)
{
  g_autoptr (GPtrArray) order = g_ptr_array_sized_new (self->objects->len);

  for (guint i = 1; i < self->objects->len; i++)
    g_ptr_array_add (order, &g_array_index (self->objects, Object, i));
  g_ptr_array_sort (order, compare_places);

  for (guint i = 0; i < order->len; i++)
    {
      Object *object = g_ptr_array_index (order, i);
      gsize next = i + 1 < order->len ? ((Object *) g_ptr_array_index (order, i + 1))->at : end;
      const char *begin, *last;

      if (next > end || object->at >= next)
        return FALSE;

      begin = g_strstr_len (file->text + object->at, (gssize) (next - object->at), " obj\n");
      last = find_last (file->text + object->at, file->text + next, "endobj");
      if (begin == NULL || last == NULL || begin + strlen (" obj\n") > last)
        return FALSE;

      begin += strlen (" obj\n");
      object->text = (SpzPdfText) { begin, (gsize) (last - begin) };
    }

  return TRUE;
}

/* Reads where the objects are, and what the trailer refers to. */
static gboolean
read_file (SpzPdfFile       *self,
           const SpzPdfText *file)
{
  const char *start = find_last (file->text, file->text + file->length, "startxref");
  gsize table = start != NULL ? read_number (file, (gsize) (start - file->text) + strlen ("startxref\n")) : 0;
  gsize n_objects, first;
  SpzPdfText trailer, root, info;

  if (table == 0 || !is_at (file, table, "xref\n0 "))
    return FALSE;

  n_objects = read_number (file, table + strlen ("xref\n0 "));
  first = table + strlen ("xref\n");
  while (first < file->length && file->text[first] != '\n')
    first++;
  first++;
  if (n_objects > (file->length - table) / ENTRY_LENGTH || !is_at (file, first + n_objects * ENTRY_LENGTH, "trailer\n"))
    return FALSE;

  trailer.text = file->text + first + n_objects * ENTRY_LENGTH + strlen ("trailer\n");
  if (start < trailer.text)
    return FALSE;

  g_array_set_size (self->objects, (guint) n_objects);
  for (guint i = 1; i < n_objects; i++)
    g_array_index (self->objects, Object, i).at = read_number (file, first + i * ENTRY_LENGTH);

  trailer.length = (gsize) (start - trailer.text);
  root = spz_pdf_text_get (&trailer, "/Root");
  info = spz_pdf_text_get (&trailer, "/Info");
  self->root = spz_pdf_text_get_reference (&root);
  self->info = spz_pdf_text_get_reference (&info);

  return self->root > 0 && self->root < n_objects && self->info > 0 && self->info < n_objects &&
         find_texts (self, file, table);
}

static void
clear_object (gpointer data)
{
  Object *object = data;

  if (object->own != NULL)
    g_string_free (g_steal_pointer (&object->own), TRUE);
}

/* Private: reads a file that Cairo wrote; %NULL if it isn't written as Cairo
 * does: with a table of the objects, none of which is in a stream */
SpzPdfFile *
spz_pdf_file_new (GBytes *drawn)
{
  g_autoptr (SpzPdfFile) self = g_new0 (SpzPdfFile, 1);
  SpzPdfText file;

  self->drawn = g_bytes_ref (drawn);
  self->objects = g_array_new (FALSE, TRUE, sizeof (Object));
  g_array_set_clear_func (self->objects, clear_object);
  file.text = g_bytes_get_data (drawn, &file.length);

  return read_file (self, &file) ? g_steal_pointer (&self) : NULL;
}

void
spz_pdf_file_free (SpzPdfFile *self)
{
  g_array_unref (self->objects);
  g_bytes_unref (self->drawn);
  g_free (self);
}

/* Private: how many numbers there are, of which 0 is no object's */
guint
spz_pdf_file_get_n_objects (SpzPdfFile *self)
{
  return self->objects->len;
}

/* Private: the catalogue */
guint
spz_pdf_file_get_root (SpzPdfFile *self)
{
  return self->root;
}

/* Private: the information dictionary */
guint
spz_pdf_file_get_info (SpzPdfFile *self)
{
  return self->info;
}

static Object *
get_object (SpzPdfFile *self,
            guint       number)
{
  g_assert (number > 0 && number < self->objects->len);

  return &g_array_index (self->objects, Object, number);
}

static SpzPdfText
get_text (SpzPdfFile *self,
          guint       number)
{
  Object *object;

  if (number == 0 || number >= self->objects->len)
    return (SpzPdfText) { NULL, 0 };

  object = get_object (self, number);

  return object->own != NULL ? (SpzPdfText) { object->own->str, object->own->len } : object->text;
}

/* Private: an entry of the dictionary that an object is or begins with; nothing
 * if there is none, or no such object */
SpzPdfText
spz_pdf_file_get (SpzPdfFile *self,
                  guint       object,
                  const char *key)
{
  SpzPdfText text = get_text (self, object);

  return spz_pdf_text_get (&text, key);
}

/* Changing */

static GString *
change (SpzPdfFile *self,
        guint       number)
{
  Object *object = get_object (self, number);

  if (object->own == NULL)
    object->own = g_string_new_len (object->text.text, (gssize) object->text.length);

  return object->own;
}

/* Private: gives the dictionary that an object is or begins with an entry, or
 * another value for one */
void
spz_pdf_file_set (SpzPdfFile *self,
                  guint       object,
                  const char *key,
                  const char *value)
{
  GString *own = change (self, object);
  SpzPdfText text = { own->str, own->len }, item, known = { NULL, 0 };
  gsize at = 0;

  while (spz_pdf_text_next (&text, &at, &item))
    {
      gboolean is_key = spz_pdf_text_is (&item, key);

      if (spz_pdf_text_next (&text, &at, &item) && is_key)
        known = item;
    }

  if (known.text != NULL)
    {
      at = (gsize) (known.text - own->str);
      g_string_erase (own, (gssize) at, (gssize) known.length);
      g_string_insert (own, (gssize) at, value);
    }
  else
    {
      g_autofree char *entry = g_strdup_printf ("%s %s ", key, value);

      g_string_insert (own, (gssize) at, entry);
    }
}

/* Private: makes an object another one */
void
spz_pdf_file_replace (SpzPdfFile *self,
                      guint       object,
                      const char *text)
{
  g_string_assign (change (self, object), text);
}

/* Private: adds a stream, of which @entries are those of its dictionary beside its
 * length; returns its number */
guint
spz_pdf_file_add_stream (SpzPdfFile    *self,
                         const char    *entries,
                         gconstpointer  data,
                         gsize          length)
{
  Object object = { .own = g_string_sized_new (length + 200) };

  g_string_append_printf (object.own, "<< %s /Length %" G_GSIZE_FORMAT " >>\nstream\n", entries, length);
  g_string_append_len (object.own, data, (gssize) length);
  g_string_append (object.own, "\nendstream\n");
  g_array_append_val (self->objects, object);

  return self->objects->len - 1;
}

/* Private: what is in a stream that is packed as Cairo does; %NULL if it isn't */
GBytes *
spz_pdf_file_unpack (SpzPdfFile *self,
                     guint       object)
{
  const char *keyword = "stream\n";
  SpzPdfText text = get_text (self, object);
  const char *begin = text.text != NULL ? g_strstr_len (text.text, (gssize) text.length, keyword) : NULL;
  g_autofree guchar *data = NULL;
  gsize packed, size;
  uLongf length;
  int status;

  if (begin == NULL)
    return NULL;

  begin += strlen (keyword);
  packed = (gsize) (text.text + text.length - begin);
  size = 8 * packed;
  do
    {
      size *= 2;
      length = size;
      g_free (data);
      data = g_malloc (size);
      status = uncompress (data, &length, (const guchar *) begin, packed);
    }
  while (status == Z_BUF_ERROR && size < G_MAXINT);

  return status == Z_OK ? g_bytes_new_take (g_steal_pointer (&data), length) : NULL;
}

/* Private: puts something else into a stream. Half of the time it takes to finish
 * a file would go into packing its pages at zlib's usual level, for 4 % of its size. */
void
spz_pdf_file_pack (SpzPdfFile    *self,
                   guint          object,
                   gconstpointer  data,
                   gsize          length)
{
  uLongf packed_length = compressBound (length);
  g_autofree guchar *packed = g_malloc (packed_length);
  SpzPdfText known = spz_pdf_file_get (self, object, "/Length");
  guint reference = spz_pdf_text_get_reference (&known);
  g_autofree char *number = NULL;
  GString *own = change (self, object);
  const char *end;
  int status = compress2 (packed, &packed_length, data, length, Z_BEST_SPEED);

  g_assert (status == Z_OK);
  number = g_strdup_printf ("%lu", packed_length);
  if (reference > 0)
    spz_pdf_file_replace (self, reference, number);
  else
    spz_pdf_file_set (self, object, "/Length", number);

  end = strstr (own->str, "stream\n");
  g_string_truncate (own, (gsize) (end - own->str) + strlen ("stream\n"));
  g_string_append_len (own, (const char *) packed, (gssize) packed_length);
  g_string_append (own, "\nendstream\n");
}

/* Writing */

/* The same content has the same identifier. */
static char *
make_identifier (const GString *file)
{
  return g_compute_checksum_for_data (G_CHECKSUM_MD5, (const guchar *) file->str, file->len);
}

static void
write_table (SpzPdfFile   *self,
             GString      *file,
             const gsize  *places)
{
  gsize table = file->len;
  g_autofree char *identifier = make_identifier (file);

  g_string_append_printf (file, "xref\n0 %u\n0000000000 65535 f \n", self->objects->len);
  for (guint i = 1; i < self->objects->len; i++)
    g_string_append_printf (file, "%010" G_GSIZE_FORMAT " 00000 n \n", places[i]);
  g_string_append_printf (file, "trailer\n<< /Size %u /Root %u 0 R /Info %u 0 R /ID [ <%s> <%s> ] >>\n",
                          self->objects->len, self->root, self->info, identifier, identifier);
  g_string_append_printf (file, "startxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n", table);
}

/* Private: the file as it is now */
GBytes *
spz_pdf_file_write (SpzPdfFile *self)
{
  GString *file = g_string_sized_new (g_bytes_get_size (self->drawn) + g_bytes_get_size (self->drawn) / 4);
  g_autofree gsize *places = g_new0 (gsize, self->objects->len);

  /* Bytes that are no text tell programs that the file isn't one. */
  g_string_append (file, "%PDF-1.7\n%\265\355\256\373\n");
  for (guint i = 1; i < self->objects->len; i++)
    {
      SpzPdfText text = get_text (self, i);

      places[i] = file->len;
      g_string_append_printf (file, "%u 0 obj\n", i);
      g_string_append_len (file, text.text, (gssize) text.length);
      if (text.length > 0 && text.text[text.length - 1] != '\n')
        g_string_append_c (file, '\n');
      g_string_append (file, "endobj\n");
    }
  write_table (self, file, places);

  return g_string_free_to_bytes (file);
}
