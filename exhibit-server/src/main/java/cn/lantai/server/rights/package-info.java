/**
 * Who may do what: permissions, the roles that consist of them, and the part of the holdings for
 * which a role was given. {@link cn.lantai.server.rights.Role} is the one table from which all else
 * follows. Knows no HTTP; who is asking is found out by {@code security}.
 */
package cn.lantai.server.rights;
