/* spz-package-reader.h: the parts of an office document, read within bounds
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <gio/gio.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

/**
 * SpzPackageReader:
 *
 * A packed office document of somebody else's. Nothing of it is ever written
 * to a disk; parts are unpacked into memory by their exact names, within limits
 * that hold for what they are and not only for what they say they are.
 */
typedef struct _SpzPackageReader SpzPackageReader;

SpzPackageReader *spz_package_reader_new  (GBytes            *bytes,
                                           GError           **error);
void              spz_package_reader_free (SpzPackageReader  *self);
gboolean          spz_package_reader_has  (SpzPackageReader  *self,
                                           const char        *name);
char             *spz_package_reader_text (SpzPackageReader  *self,
                                           const char        *name);
xmlDoc           *spz_package_reader_tree (SpzPackageReader  *self,
                                           const char        *name,
                                           GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpzPackageReader, spz_package_reader_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)

/* Of trees: by local names, as namespaces have several spellings and no two
 * elements asked for differ in theirs alone */

gboolean          spz_xml_is              (const xmlNode     *node,
                                           const char        *name);
gboolean          spz_xml_is_one_of       (const xmlNode     *node,
                                           const char *const *names);
xmlNode          *spz_xml_child           (const xmlNode     *node,
                                           const char        *name);
const char       *spz_xml_get             (const xmlNode     *node,
                                           const char        *name);

G_END_DECLS
