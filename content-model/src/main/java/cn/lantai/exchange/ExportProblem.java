package cn.lantai.exchange;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.LocalizedText;

/** That an entity is missing from an export, or is not there as a whole. */
public record ExportProblem(EntityIri entity, LocalizedText reason, LocalizedText remedy) {}
