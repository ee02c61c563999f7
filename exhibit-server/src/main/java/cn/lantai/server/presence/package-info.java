/**
 * Who has a form open at the moment. Kept in memory and forgotten within a minute; nothing that is
 * saved depends on it. Servers that share a database each know of their own visitors.
 */
package cn.lantai.server.presence;
