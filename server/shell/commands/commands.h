/* commands.h: the subcommands of hearout, each in its own cmd_<name>.c.
 *
 * argv[0] is the subcommand's name. The result is the process's exit code (options.h).
 */
#pragma once

int rp_cmd_floor(int argc, char **argv);
int rp_cmd_explain(int argc, char **argv);
int rp_cmd_check(int argc, char **argv);
int rp_cmd_doctor(int argc, char **argv);
int rp_cmd_config(int argc, char **argv);
int rp_cmd_serve(int argc, char **argv);
int rp_cmd_replay(int argc, char **argv);
int rp_cmd_export(int argc, char **argv);
int rp_cmd_person(int argc, char **argv);
int rp_cmd_erase(int argc, char **argv);
int rp_cmd_retention(int argc, char **argv);
int rp_cmd_audit(int argc, char **argv);
int rp_cmd_backup(int argc, char **argv);
int rp_cmd_restore(int argc, char **argv);
int rp_cmd_firm(int argc, char **argv);
int rp_cmd_user(int argc, char **argv);
int rp_cmd_simulate(int argc, char **argv);
