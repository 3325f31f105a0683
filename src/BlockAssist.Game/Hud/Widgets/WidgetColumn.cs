namespace BlockAssist.Game.Hud.Widgets;

/// <summary>Places widgets one below the other.</summary>
/// <param name="place">The first goes to its top; all are as wide.</param>
/// <param name="gap">The room between them, in HUD pixels.</param>
public sealed class WidgetColumn(HudRect place, float gap = 3)
{
    /// <summary>Where the next one goes, in HUD pixels from the top.</summary>
    public float Next { get; private set; } = place.Y;

    /// <summary>Places a widget below the last.</summary>
    /// <param name="widget">The widget.</param>
    /// <param name="height">How high, in HUD pixels.</param>
    public void Add(Widget widget, float height)
    {
        ArgumentNullException.ThrowIfNull(widget);
        widget.Place(place with { Y = Next, Height = height });
        Next += height + gap;
    }

    /// <summary>Places widgets beside each other, equally wide, below the last.</summary>
    /// <param name="height">How high, in HUD pixels.</param>
    /// <param name="widgets">At least one.</param>
    public void AddRow(float height, params ReadOnlySpan<Widget> widgets)
    {
        var width = (place.Width - ((widgets.Length - 1) * gap)) / widgets.Length;
        for (var index = 0; index < widgets.Length; index++)
        {
            widgets[index].Place(new HudRect(place.X + (index * (width + gap)), Next, width, height));
        }

        Next += height + gap;
    }
}
