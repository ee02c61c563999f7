package cn.lantai.server.security;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInResourceTest {

  @ParameterizedTest
  @ValueSource(strings = {"/workbench", "/workbench/jobs?page=2", "/records/a-1.b"})
  void goesOnToAddressesOfThisServer(String to) {
    assertEquals(to, SignInResource.localPath(to));
  }

  @ParameterizedTest
  @ValueSource(strings = {"//evil.example", "/\\evil.example", "https://evil.example", "", "/a\nb"})
  void doesNotGoOnToOthers(String to) {
    assertEquals("/workbench", SignInResource.localPath(to));
  }
}
