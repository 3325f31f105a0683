namespace BlockAssist.Game.Hud.Pieces;

/// <summary>What the hotbar shows.</summary>
/// <param name="Slots">Up to nine.</param>
/// <param name="Selected">Which is in the hand, from 0.</param>
public readonly record struct HotbarView(IReadOnlyList<HotbarSlot> Slots, int Selected);
