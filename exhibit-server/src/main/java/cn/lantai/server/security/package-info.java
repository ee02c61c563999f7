/**
 * Who asks: accounts, sign-in with a second factor, sessions, the guard against guessed passwords
 * and against forged forms, and what a resource requires of its visitor. What he may do is decided
 * in {@code rights}, what the public may see of a record by its access policy.
 */
package cn.lantai.server.security;
