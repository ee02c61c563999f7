/**
 * Imports that curators ask for: what they upload, the job that takes it in, how far it is, and
 * what came of it. Programs reach it by {@code api}, people by {@code workbench}.
 */
package cn.lantai.server.imports;
