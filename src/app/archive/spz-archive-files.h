/* spz-archive-files.h: passing on the PDF of a delivery
 *
 * Copyright 2026 The Sprechzettel authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "spz-programme.h"

G_BEGIN_DECLS

void spz_archive_save (GtkWindow       *parent,
                       AdwToastOverlay *toasts,
                       SpzDelivery     *delivery);
void spz_archive_open (GtkWindow       *parent,
                       AdwToastOverlay *toasts,
                       SpzDelivery     *delivery);

G_END_DECLS
