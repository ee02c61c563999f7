/**
 * Persons, organisations and families, with their names, relations and the facts of their lives.
 */
package cn.lantai.agent;
