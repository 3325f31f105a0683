using BlockAssist.Game.Hud.Widgets;
using BlockAssist.Game.Pictures;
using BlockAssist.Game.Platform;
using BlockAssist.Game.Play;
using BlockAssist.Game.Sessions;
using BlockAssist.Game.Sound;
using BlockAssist.Game.Tests.Rendering;
using BlockAssist.Game.Tests.Sound;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Goals;
using BlockAssist.Simulation.Goals.Houses;
using BlockAssist.Simulation.Policies;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Tests.Play;

/// <summary>The game in a window that nobody sees, with keys and a mouse for a test.</summary>
internal sealed class SomeClient : IDisposable
{
    private const double FrameSeconds = 1.0 / 60;

    private readonly GameSounds _sounds;
    private int _episodes;

    public SomeClient(bool assistant = false, bool tunesPicture = false)
        : this(assistant ? () => new AssistantOptions { Policy = new LayerBuilder(), GoalVisible = true } : () => null, tunesPicture: tunesPicture)
    {
    }

    public SomeClient(Func<AssistantOptions?> assistant, bool isFirstStart = false, bool tunesPicture = false)
    {
        Window = new OffscreenWindow(SceneTests.Open());
        Client = new GameClient(Window, new ClientOptions
        {
            Episodes = Folder.File("episodes"),
            Blueprints = Folder.File("blueprints"),
            SettingsFile = Folder.File("settings.json"),
            NextEpisode = goal => Folder.File($"episodes/{++_episodes:00}-{goal}.bae"),
            Assistant = (_, _) => assistant(),
            Screenshot = Keep,
            Sounds = _sounds = new GameSounds(Heard),
            Consent = Consent,
            IsFirstStart = isFirstStart,
            TunesPicture = tunesPicture,
            Seed = 7,
            Version = "0.1",
        }, TimeProvider.System);
    }

    public static GridSize Site { get; } = new SiteOptions().Size;

    public TemporaryFolder Folder { get; } = new();

    public OffscreenWindow Window { get; }

    public GameClient Client { get; }

    public HeardSounds Heard { get; } = new();

    public SomeConsent Consent { get; } = new();

    /// <summary>The pictures that somebody asked for by a key.</summary>
    public List<Canvas> Kept { get; } = [];

    public bool KeepFails { get; set; }

    public Screen? Top => Client.Screens.Top;

    public BuildSession Session => Client.Session!.Session;

    /// <summary>A house as a goal.</summary>
    public static BlockGrid House(ulong seed = 7) => GoalPlacement.Place(HouseGenerator.Generate(GoalPlacement.RoomFor(Site, infiniteBlocks: true), seed), Site, infiniteBlocks: true);

    /// <summary>A goal of one block, two cells from where the player begins.</summary>
    public static BlockGrid OneBlock()
    {
        var goal = SiteGround.Reset(Site);
        goal[2, SiteGround.Surface, 2] = Block.Planks;
        return goal;
    }

    public void Play(BlockGrid? goal = null)
    {
        Client.Play("a house", goal ?? House());
        Frames(3);
    }

    public void Frames(int count)
    {
        for (var frame = 0; frame < count; frame++)
        {
            Client.Frame(FrameSeconds);
        }
    }

    public void Press(GlfwKey key, int frames = 1, KeyModifiers modifiers = KeyModifiers.None)
    {
        Window.Events.Add(InputEvent.KeyDown(key, modifiers));
        Frames(frames);
        Window.Events.Add(InputEvent.KeyUp(key, modifiers));
        Frames(1);
    }

    public void Press(GamepadButton button)
    {
        Window.Events.Add(InputEvent.Gamepad(button, true));
        Frames(1);
        Window.Events.Add(InputEvent.Gamepad(button, false));
        Frames(1);
    }

    public void Click(MouseButton button)
    {
        Window.Events.Add(InputEvent.MouseDown(button, 0, 0));
        Frames(2);
        Window.Events.Add(InputEvent.MouseUp(button, 0, 0));
        Frames(2);
    }

    public void Type(string text)
    {
        foreach (var sign in text)
        {
            Window.Events.Add(InputEvent.KeyDown(GlfwKey.Unknown));
            Window.Events.Add(InputEvent.Character(sign));
        }

        Frames(1);
    }

    /// <summary>Draws until something has come about that another thread works on.</summary>
    public void Until(Func<bool> isDone)
    {
        for (var frame = 0; frame < 4000 && !isDone(); frame++)
        {
            Frames(1);
        }

        Assert.True(isDone(), "It never came about.");
    }

    /// <summary>Keeps a picture of the window where somebody wants to look at it.</summary>
    public void Keep(string name) => SceneTests.Keep(Picture(), name);

    /// <summary>What the window shows: four bytes a pixel.</summary>
    public byte[] Picture()
    {
        var pixels = new byte[4 * Window.Size.Width * Window.Size.Height];
        Window.ReadPixels(pixels);
        return pixels;
    }

    public void Dispose()
    {
        Client.Dispose();
        _sounds.Dispose();
        Window.Dispose();
        Folder.Dispose();
    }

    private string Keep(Canvas picture)
    {
        if (KeepFails)
        {
            throw new IOException("No space left on device");
        }

        Kept.Add(picture);
        return $"{Kept.Count}.png";
    }
}
