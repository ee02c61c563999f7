/**
 * The life of the application: settings, database, the order in which everything is opened and
 * closed, background jobs, health, and what is said when a request fails. Knows nothing of
 * exhibitions or records.
 */
package cn.lantai.server.runtime;
