using BlockAssist.Game.Platform;

namespace BlockAssist.Game.Hud.Widgets;

/// <summary>Finds where the focus goes from a widget.</summary>
internal static class FocusWalk
{
    // Something a little aside is better than something far ahead, but not much.
    private const float Aside = 2;

    /// <summary>The next or the previous in order, round and round.</summary>
    public static Widget? Next(List<Widget> widgets, Widget? from, int step)
    {
        if (widgets.Count == 0)
        {
            return null;
        }

        var place = from == null ? -1 : widgets.IndexOf(from);
        return place < 0 ? widgets[step > 0 ? 0 : ^1] : widgets[(place + step + widgets.Count) % widgets.Count];
    }

    /// <summary>The nearest on a side; null if there is none.</summary>
    public static Widget? Towards(List<Widget> widgets, Widget from, GlfwKey arrow)
    {
        Widget? best = null;
        var least = float.MaxValue;
        foreach (var widget in widgets)
        {
            var distance = DistanceOf(from.FocusPlace, widget.Bounds, arrow);
            if (widget != from && distance < least)
            {
                (best, least) = (widget, distance);
            }
        }

        return best;
    }

    private static float DistanceOf(HudRect from, HudRect to, GlfwKey arrow)
    {
        var isUpright = arrow is GlfwKey.Up or GlfwKey.Down;
        var ahead = arrow switch
        {
            GlfwKey.Up => from.Y - to.Bottom,
            GlfwKey.Down => to.Y - from.Bottom,
            GlfwKey.Left => from.X - to.Right,
            _ => to.X - from.Right,
        };
        var aside = isUpright
            ? Math.Max(0, Math.Max(to.X - from.Right, from.X - to.Right))
            : Math.Max(0, Math.Max(to.Y - from.Bottom, from.Y - to.Bottom));
        return ahead < 0 ? float.MaxValue : ahead + (Aside * aside) + (isUpright ? Math.Abs(to.MiddleX - from.MiddleX) / 100 : Math.Abs(to.MiddleY - from.MiddleY) / 100);
    }
}
