package cn.lantai.server.security;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.lantai.server.security.AccountRefusedException.Reason;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

  private final PasswordRules rules = new PasswordRules();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "correct horse battery staple",
        "乌镇的石桥下有三只黑猫",
        "kwxm-7rdp-vq2t-9hzb",
        "青石板 2 把伞 and rain"
      })
  void longOnesOfAnyCharactersAreTaken(String password) {
    String padded = password.length() < 12 ? password + "，很久" : password;
    assertEquals(Optional.empty(), rules.objection(padded, "wang.lan", "王兰"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "short", "eleven-char"})
  void shortOnesAreNot(String password) {
    assertEquals(Optional.of(Reason.SHORT), rules.objection(password, "wang.lan", "王兰"));
  }

  @Test
  void charactersBeyondTheBasicPlaneCountOnce() {
    assertEquals(Optional.of(Reason.SHORT), rules.objection("𠮷".repeat(11), "a", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password1234",
        "passwordpassword",
        "qwertyuiop123",
        "123456789012",
        "aaaaaaaaaaaaaaaa",
        "Password12345",
        "lantailantai"
      })
  void commonOnesAreNot(String password) {
    assertEquals(Optional.of(Reason.COMMON), rules.objection(password, "wang.lan", "王兰"));
  }

  @Test
  void theAccountsOwnNameIsNot() {
    assertEquals(Optional.of(Reason.LIKE_NAME), rules.objection("Wang.Lan1949", "wang.lan", "王兰"));
  }

  @Test
  void whatNobodyCouldHashIsNot() {
    assertEquals(Optional.of(Reason.LONG), rules.objection("长".repeat(129), "wang.lan", "王兰"));
  }
}
