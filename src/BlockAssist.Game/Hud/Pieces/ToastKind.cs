namespace BlockAssist.Game.Hud.Pieces;

/// <summary>What a toast is about.</summary>
public enum ToastKind
{
    /// <summary>Good to know.</summary>
    Note,

    /// <summary>Something was reached.</summary>
    Success,

    /// <summary>Something did not work.</summary>
    Trouble,
}
