package cn.lantai.hierarchy;

import cn.lantai.entity.LocalizedText;

/** Why something cannot stand where it is put. */
public record Objection(Hierarchy hierarchy, LocalizedText reason, LocalizedText remedy) {}
