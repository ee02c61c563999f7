/** Backup, restore and verification as commands and jobs, on request and by the clock. */
package cn.lantai.server.preservation;
