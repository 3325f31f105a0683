namespace BlockAssist.Game.Hud.Pieces;

/// <summary>What the blueprint needs.</summary>
/// <param name="Rows">A row for each kind of block, the most wanted first.</param>
public readonly record struct MaterialsView(IReadOnlyList<MaterialRow> Rows);
