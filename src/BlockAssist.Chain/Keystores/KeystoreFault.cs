namespace BlockAssist.Chain.Keystores;

/// <summary>What is the matter with a keystore.</summary>
public enum KeystoreFault
{
    /// <summary>It is no keystore, or not as it was written.</summary>
    Damaged,

    /// <summary>The password is another one.</summary>
    WrongPassword,

    /// <summary>The password is another one, or the file is damaged: one that other programs wrote does not tell which.</summary>
    WrongPasswordOrDamaged,

    /// <summary>To try a password would take more memory or time than any sound file asks for.</summary>
    TooCostly,

    /// <summary>There is a file already.</summary>
    Exists,
}
