package cn.lantai.opening;

/** On what ground something is not opened, in the groups that the law and its rules know. */
public enum Ground {
  /** 国家秘密 that is still secret. */
  SECRET,
  /** 国家安全、社会重大利益. */
  INTEREST,
  /** 个人信息、知识产权: opening it would harm the rights of others. */
  RIGHTS,
  /** Another rule that restricts its use, named in the reason. */
  OTHER
}
