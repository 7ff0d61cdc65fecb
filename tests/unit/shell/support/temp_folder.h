/* temp_folder.h: a folder for one test, and what a crash would leave of it. */
#pragma once

enum { TEMP_PATH = 512 };

/* A new empty folder. */
void temp_folder_make(char path[TEMP_PATH]);
/* The folder and what is in it go. */
void temp_folder_remove(const char *path);
/* Copies the database and its journal as they lie there at this moment: what kill -9 would leave.
 */
void temp_folder_copy(const char *from, const char *to);
