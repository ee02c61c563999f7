/**
 * Who may do what: accounts, sign-in and sign-out, the guard against guessed passwords and against
 * forged forms. What may be seen of a record is not decided here but by its access policy.
 */
package cn.lantai.server.security;
