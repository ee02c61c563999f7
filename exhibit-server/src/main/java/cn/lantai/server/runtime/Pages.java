package cn.lantai.server.runtime;

import cn.lantai.server.security.SignInView;
import cn.lantai.server.workbench.StateView;

/** The pages of this module's own concern, as HTML. */
public interface Pages {

  String signIn(SignInView view);

  String state(StateView view);
}
