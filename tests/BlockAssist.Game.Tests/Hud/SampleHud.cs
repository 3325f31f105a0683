using BlockAssist.Game.Hud;
using BlockAssist.Game.Hud.Drawing;
using BlockAssist.Game.Hud.Pieces;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Tests.Hud;

/// <summary>A HUD that shows everything at once.</summary>
internal static class SampleHud
{
    public static readonly HudAtlas Atlas = new();

    /// <summary>All pieces, with texts of a usual length.</summary>
    public static HudView Full(string more = "") => new()
    {
        Crosshair = new CrosshairView(true),
        Hotbar = new HotbarView(
            [
                new(Block.Dirt), new(Block.Cobblestone, 64), new(Block.Glass, 7), new(Block.Log, 1), new(Block.Planks, 128),
                new(Block.Stone, 12345), new(Block.StoneBrick, 0), new(Block.Wool), new(Block.Air),
            ],
            4),
        Progress = new ProgressView($"Cottage by the lake{more}", 0.634f, 128, 3, 12),
        BlockInfo = new BlockInfoView(Block.Cobblestone, Block.StoneBrick),
        Materials = new MaterialsView(
            [
                new(Block.Planks, 96, 128), new(Block.StoneBrick, 41, 60), new(Block.Cobblestone, 18, 44), new(Block.Glass, 6, 10),
                new(Block.Log, 0, 24), new(Block.Wool, 5, 5), new(Block.Dirt, 2, 9), new(Block.Stone, 1, 1),
            ]),
        Recording = new RecordingView(new TimeSpan(0, 12, 34)),
        Assistant = new AssistantView(AssistantState.Building, 1.25f, $"Put planks on the east wall{more}", Block.Planks),
        Debug = Lines(more),
    };

    /// <summary>The same with what the assistant believes, in each of its forms.</summary>
    public static IEnumerable<HudView> Believing(string more = "") =>
        from belief in (BeliefView[])[new(true), new(false), new(false, 34, 80, new BlockPos(9, 6, 8)), new(false, 30_000, 30_000, new BlockPos(32, 32, 32))]
        select Full(more) with { Belief = belief };

    /// <summary>An overlay with more toasts than are shown at once.</summary>
    public static HudOverlay Overlay(string more = "")
    {
        var overlay = new HudOverlay();
        overlay.Toasts.Show($"Episode saved{more}", ToastKind.Success);
        overlay.Toasts.Show($"The assistant left 3 cells alone because you changed them{more}");
        overlay.Toasts.Show($"No room to put a block there{more}", ToastKind.Trouble);
        overlay.Toasts.Show($"Layer 7 of 12{more}");
        overlay.Toasts.Show($"Waiting{more}");
        return overlay;
    }

    private static DebugLines Lines(string more)
    {
        var lines = new DebugLines();
        lines.Add($"{60.2:0.0} fps · {16.61:0.00} ms{more}");
        lines.Add($"at {12.5:0.0} {34} {-7.25:0.0}");
        lines.Add($"{256} sections · {36555} faces");
        for (var line = 0; line < 8; line++)
        {
            lines.Add($"line {line}");
        }

        return lines;
    }
}
