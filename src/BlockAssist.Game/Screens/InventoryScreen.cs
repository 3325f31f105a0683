using BlockAssist.Game.Hud;
using BlockAssist.Game.Hud.Drawing;
using BlockAssist.Game.Hud.Pieces;
using BlockAssist.Game.Hud.Widgets;
using BlockAssist.Game.Input;
using BlockAssist.Game.Platform;
using BlockAssist.Game.Play;
using BlockAssist.Game.Sessions;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Screens;

/// <summary>All kinds of block, and the slots that they can be put into. The game goes on behind it.</summary>
internal sealed class InventoryScreen : Screen
{
    private const int Columns = 4;
    private const float CellWidth = 80;
    private const float Gap = 4;
    private const float Dimming = 0.3f;

    private readonly BuildSession _session;
    private readonly HotbarBlocks _hotbar;
    private readonly Bindings _bindings;
    private readonly List<Block> _shown = [.. Palette.Placeable];
    private readonly GridView _blocks;
    private readonly GridView _slots;
    private readonly TextField _search;
    private HudRect _frame;

    /// <summary>The list.</summary>
    /// <param name="session">The session, whose slot is chosen.</param>
    /// <param name="hotbar">The slots.</param>
    /// <param name="bindings">The key that opened it closes it.</param>
    /// <param name="clipboard">To paste from.</param>
    public InventoryScreen(BuildSession session, HotbarBlocks hotbar, Bindings bindings, Clipboard clipboard)
        : base("")
    {
        (_session, _hotbar, _bindings) = (session, hotbar, bindings);
        _blocks = Add(new GridView(new BlockCells(_shown)) { ChoosesAtOnce = true, Chosen = index => Put(_shown[index]), Help = "A click, or Enter, puts it into the slot that is marked." });
        _search = Add(new TextField(clipboard) { Hint = "Search", Changed = Filter });
        _slots = Add(new GridView(new SlotCells(hotbar))
        {
            SelectionChanged = slot => _session.Slot = (byte)slot,
            Cleared = slot => _hotbar[slot] = Block.Air,
            Help = "The marked slot is the one in hand, and takes what is clicked. Delete, or the right button, empties it.",
        });
    }

    /// <inheritdoc/>
    public override bool IsDialog => true;

    /// <inheritdoc/>
    public override bool StopsTime => false;

    /// <inheritdoc/>
    public override void Draw(HudBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        DialogFrame.Draw(batch, _frame, "Blocks", Dimming);
        DrawWidgets(batch);
        if (_shown.Count == 0)
        {
            batch.Text("No block is called that", _blocks.Bounds, batch.Theme.DimText, TextAlign.Centre);
        }

        var help = DialogFrame.Inside(batch.Area, _frame);
        batch.Paragraph(HelpText, help with { Y = _slots.Bounds.Bottom + 3, Height = help.Bottom - _slots.Bounds.Bottom - 2 }, batch.Theme.DimText, TextAlign.Centre);
    }

    /// <inheritdoc/>
    protected override void Arrange()
    {
        var (field, cell, line) = (Widget.UsualHeight(Area), BlockCells.HeightAt(Area), PixelFont.LineHeight * Area.TextUnit);
        var rows = (Palette.Placeable.Length + Columns - 1) / Columns;
        var grid = (rows * (cell + 3)) - 3;
        var slots = (Hotbar.Slots * (SlotCells.Edge + 3)) + 6;
        _frame = DialogFrame.Around(Area, Math.Max(slots, Columns * ((CellWidth * Area.TextUnit) + 3)), grid + field + SlotCells.Edge + (2 * line) + 4 + (3 * Gap));
        var inside = DialogFrame.Inside(Area, _frame);
        _search.Place(inside with { Height = field });
        var bottom = inside.Bottom - (2 * line) - 4 - SlotCells.Edge;
        _blocks.Place(inside with { Y = inside.Y + field + Gap, Height = bottom - Gap - inside.Y - field - Gap });
        _blocks.Measure(Area);
        _slots.Place(new HudRect(MathF.Floor(inside.MiddleX - (slots / 2)), bottom, slots, SlotCells.Edge));
        _slots.Measure(Area);
        _slots.Select(_session.Slot);
    }

    /// <inheritdoc/>
    protected override bool HandleOtherKey(in InputEvent happened)
    {
        if (happened.Kind != InputEventKind.KeyDown || Binding.Of(happened) is not { } binding)
        {
            return false;
        }

        foreach (var action in _bindings.By(binding))
        {
            if (action == GameAction.Inventory)
            {
                Close();
                return true;
            }

            if (action is >= GameAction.Slot1 and <= GameAction.Slot9)
            {
                _slots.Select(action - GameAction.Slot1);
                return true;
            }
        }

        return false;
    }

    private void Put(Block block)
    {
        _hotbar[_session.Slot] = block;
        _session.Held = block;
    }

    private void Filter(string text)
    {
        _shown.Clear();
        foreach (var block in Palette.Placeable)
        {
            if (BlockNames.Of(block).Contains(text, StringComparison.OrdinalIgnoreCase))
            {
                _shown.Add(block);
            }
        }

        _blocks.Measure(Area);
        _blocks.Select(0);
    }
}
