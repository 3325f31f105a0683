using BlockAssist.Game.Hud.Widgets;
using BlockAssist.Game.Platform;
using BlockAssist.Game.Play;
using BlockAssist.Game.Sessions;
using BlockAssist.Game.Settings;
using BlockAssist.Game.Sound;

namespace BlockAssist.Game.Screens;

/// <summary>The pages of the settings: what each has, what its help says, what it changes.</summary>
/// <param name="live">The settings.</param>
/// <param name="window">Names keys.</param>
/// <param name="consent">What is said of whether contributions are recorded; null where none can be.</param>
/// <param name="decide">Says it.</param>
internal sealed class SettingsPages(LiveSettings live, IGameWindow window, IContributionConsent? consent, Action<bool> decide)
{
    private static readonly int[] Limits = [30, 60, 90, 120, 144, 240, 0];
    private static readonly int[] Paces = [3200, 1600, 800, 400, 200, 100, AssistantSeat.Fastest];
    private static readonly Helpfulness[] Boldnesses = [Helpfulness.Cautious, Helpfulness.Balanced, Helpfulness.Bold];
    private static readonly float[] Sharpnesses = [1, 0.75f, 0.5f];
    private static readonly float[] TextSizes = [1, 1.25f, 1.5f, 2];

    private GameSettings Now => live.Current;

    /// <summary>All pages.</summary>
    public IReadOnlyList<SettingsPage> All() =>
    [
        new("Controls", Controls, settings => settings with { Controls = new ControlSettings() }),
        new("Keys", () => new KeyRows(live, window).Rows, settings => settings with { Bindings = Input.Bindings.Usual }),
        new("Picture", Picture, settings => settings with { Video = new VideoSettings() }),
        new("Display", Display, settings => settings with { Hud = new HudSettings() }),
        new("Sound", Sound, settings => settings with { Sound = new SoundVolumes() }),
        new("Assistant", Assistant, settings => settings with { Assistant = new AssistantSettings() }),
        .. consent is null ? [] : (SettingsPage[])[new("Record", Record, settings => settings)],
    ];

    private List<Widget> Controls() =>
    [
        new Slider("Mouse speed", new SliderRange((float)ControlSettings.LeastDegrees, (float)ControlSettings.MostDegrees, 0.01f), (float)Now.Controls.DegreesAPixel, value => Change(controls => controls with { DegreesAPixel = Math.Round(value, 2) }))
        {
            Format = value => $"{value / new ControlSettings().DegreesAPixel:0.0}×",
            Help = "How far the view turns when the mouse moves.",
        },
        new Toggle("Invert up and down", Now.Controls.InvertsY, on => Change(controls => controls with { InvertsY = on })) { Help = "The view goes up when the mouse comes towards you." },
        new Toggle("Sneak stays on", Now.Controls.SneakToggles, on => Change(controls => controls with { SneakToggles = on })) { Help = "Sneaking goes on until its key is pressed again: nothing to hold." },
        new Toggle("Sprint stays on", Now.Controls.SprintToggles, on => Change(controls => controls with { SprintToggles = on })) { Help = "Sprinting goes on until its key is pressed again: nothing to hold." },
        new Toggle("Jump by walking", Now.Controls.AutoJump, on => Change(controls => controls with { AutoJump = on })) { Help = "You jump onto a block by walking against it." },
    ];

    private List<Widget> Picture() =>
    [
        new Choice("Frames a second", [.. Limits.Select(limit => limit == 0 ? "No limit" : $"{limit}")], Nearest(Limits, Now.Video.FramesASecond), index => Change(video => video with { FramesASecond = Limits[index] }))
        {
            Help = "The most pictures a second. Fewer keep the machine cool; menus never take more than 30.",
        },
        new Toggle("Wait for the monitor", Now.Video.VerticalSync, on => Change(video => video with { VerticalSync = on })) { Help = "No picture is torn. Some displays do not wait whatever this says." },
        new Slider("View distance", new SliderRange(VideoSettings.ShortestView, VideoSettings.LongestView, 10), Now.Video.ViewDistance, value => Change(video => video with { ViewDistance = value }))
        {
            Format = value => $"{value:0} blocks",
            Help = "How far you see before all is haze.",
        },
        new Slider("Field of view", new SliderRange(VideoSettings.NarrowestField, VideoSettings.WidestField, 1), Now.Video.FieldOfView, value => Change(video => video with { FieldOfView = value }))
        {
            Format = value => $"{value:0}°",
            Help = "How much you see from top to bottom. Wide shows more, narrow is calmer.",
        },
        new Choice("Sharpness", [.. Sharpnesses.Select(share => $"{100 * share:0} %")], Nearest(Sharpnesses, Now.Video.Sharpness), index => Change(video => video with { Sharpness = Sharpnesses[index] }))
        {
            Help = "How finely the world is drawn. Less is coarser. Without a graphics card 75 % saves about a fifth of a frame, 50 % two fifths.",
        },
        new Toggle("Full screen", Now.Video.Fullscreen, on => Change(video => video with { Fullscreen = on })) { Help = "The window fills the monitor." },
    ];

    private List<Widget> Display() =>
    [
        new Choice("Size of the display", ["Automatic", "1", "2", "3", "4"], Now.Hud.Scale, index => Change(hud => hud with { Scale = index })) { Help = "How large buttons, slots and text are; smaller where the window has no room." },
        new Choice("Size of text", ["Usual", "A quarter larger", "Half as large again", "Twice as large"], Nearest(TextSizes, Now.Hud.TextSize), index => Change(hud => hud with { TextSize = TextSizes[index] }))
        {
            Help = "How large text is, beside the size of the display. It may be smaller where the window has no room.",
        },
        new Choice("Colours", ["Usual", "Red and green alike", "Blue and green alike"], (int)Now.Hud.ColourVision, index => Change(hud => hud with { ColourVision = (Hud.ColourVision)index }))
        {
            Help = "Colours of ghosts and marks that you tell apart. Shapes tell them apart too.",
        },
        new Toggle("Reduced motion", Now.Hud.ReducedMotion, on => Change(hud => hud with { ReducedMotion = on })) { Help = "Nothing blinks, slides or turns by itself." },
    ];

    private List<Widget> Sound() =>
    [
        Volume("All sound", Now.Sound.Master, (sound, value) => sound with { Master = value }, "How loud everything is."),
        Volume("Blocks", Now.Sound.Blocks, (sound, value) => sound with { Blocks = value }, "Blocks that are placed and broken."),
        Volume("Steps", Now.Sound.Footsteps, (sound, value) => sound with { Footsteps = value }, "Your steps."),
        Volume("Assistant", Now.Sound.Assistant, (sound, value) => sound with { Assistant = value }, "What the assistant does."),
        Volume("Jingles", Now.Sound.Jingles, (sound, value) => sound with { Jingles = value }, "Short tunes, as when a house stands."),
    ];

    private List<Widget> Assistant() =>
    [
        new Choice("Pace", [.. Paces.Select(pace => $"{1000.0 / pace:0.##} a second")], Nearest(Paces, Now.Assistant.ActionMilliseconds), index => Change(assistant => assistant with { ActionMilliseconds = Paces[index] }))
        {
            Help = "How many actions the assistant takes a second. A person takes about one.",
        },
        new Choice("How sure it must be", [.. Boldnesses.Select(one => $"{one}")], Array.IndexOf(Boldnesses, Now.Assistant.Helpfulness), index => Change(assistant => assistant with { Helpfulness = Boldnesses[index] }))
        {
            Help = "Cautious: it does little, and that right. Bold: it does more, and errs more often. Says nothing to one that sees the blueprint.",
        },
        new Toggle("Only suggest", Now.Assistant.Suggests, on => Change(assistant => assistant with { Suggests = on })) { Help = "It shows what it would place, and places what you accept. One that sees the blueprint just builds." },
        new Slider("Suggestions", new SliderRange(1, Sessions.Suggestions.MostCount, 1), Now.Assistant.Suggestions, value => Change(assistant => assistant with { Suggestions = (int)value }))
        {
            Format = value => $"{value:0}",
            Help = "How many blocks it suggests at a time.",
        },
        new Toggle("Learns from you", Now.Assistant.Learns, on => Change(assistant => assistant with { Learns = on })) { Help = "After each session it learns beside the game from what you built; what it learnt helps once the next session shows it to be better." },
    ];

    private List<Widget> Record() =>
    [
        new Toggle("Record what I contribute", consent!.IsGiven is true, decide) { Help = "A fingerprint of each session goes on the record of who contributed what, under your account. What you built stays here." },
    ];

    private Slider Volume(string label, float value, Func<SoundVolumes, float, SoundVolumes> with, string help) =>
        new(label, new SliderRange(0, 100, 5), 100 * value, percent => live.Change(settings => settings with { Sound = with(settings.Sound, percent / 100) }))
        {
            Format = percent => percent == 0 ? "Silent" : $"{percent:0} %",
            Help = help,
        };

    private void Change(Func<ControlSettings, ControlSettings> change) => live.Change(settings => settings with { Controls = change(settings.Controls) });

    private void Change(Func<VideoSettings, VideoSettings> change) => live.Change(settings => settings with { Video = change(settings.Video) });

    private void Change(Func<HudSettings, HudSettings> change) => live.Change(settings => settings with { Hud = change(settings.Hud) });

    private void Change(Func<AssistantSettings, AssistantSettings> change) => live.Change(settings => settings with { Assistant = change(settings.Assistant) });

    private static int Nearest(int[] values, int value) => Nearest([.. values.Select(one => one == 0 ? float.PositiveInfinity : one)], value == 0 ? float.PositiveInfinity : value);

    private static int Nearest(float[] values, float value)
    {
        var same = Array.IndexOf(values, value);
        return same >= 0 ? same : Array.IndexOf(values, values.Where(float.IsFinite).MinBy(one => MathF.Abs(one - value)));
    }
}
