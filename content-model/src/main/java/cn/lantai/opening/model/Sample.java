package cn.lantai.opening.model;

import cn.lantai.opening.Outcome;
import cn.lantai.opening.RecordText;

/** A past decision, and what the record says. */
public record Sample(Outcome decided, RecordText text) {}
