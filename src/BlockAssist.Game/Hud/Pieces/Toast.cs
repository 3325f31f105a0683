namespace BlockAssist.Game.Hud.Pieces;

/// <summary>Something that has just happened.</summary>
/// <param name="Text">What; three lines at most are shown.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Since">When it was first shown, in seconds.</param>
internal readonly record struct Toast(string Text, ToastKind Kind, double Since);
