using System.Diagnostics;
using BlockAssist.Game.Platform;
using Silk.NET.OpenGL;

namespace BlockAssist.Game.Tests.Platform;

[Collection(DisplayGroup.Name)]
public sealed class GlfwWindowTests : IDisposable
{
    private static readonly GameWindowOptions Small = new() { Title = "A test", Width = 320, Height = 240 };

    private readonly VirtualDisplay _display = VirtualDisplay.Start();

    public void Dispose() => _display.Dispose();

    [Fact]
    public void A_window_has_opengl_3_3_and_shows_what_is_drawn()
    {
        using var window = Open();

        window.Gl.ClearColor(0, 1, 0, 1);
        window.Gl.Clear(ClearBufferMask.ColorBufferBit);
        var rgba = new byte[320 * 240 * 4];
        window.ReadPixels(rgba);
        window.Present();

        Assert.Equal((320, 240), window.Size);
        Assert.True(window.Gl.GetInteger(GetPName.MajorVersion) * 10 + window.Gl.GetInteger(GetPName.MinorVersion) >= 33);
        Assert.Equal([0, 255, 0], rgba[..3]);
        Assert.Equal(GLEnum.NoError, window.Gl.GetError());
        Assert.Equal(1, window.Scale);
    }

    [Fact]
    public void A_key_arrives_with_the_character_it_types()
    {
        using var window = Open();
        Focus(window);

        Do("key", "w");

        Assert.Equal(GlfwKey.W, Await(window, InputEventKind.KeyDown).Key);
        Assert.Equal("w", Await(window, InputEventKind.Character).Rune.ToString());
        Assert.Equal(GlfwKey.W, Await(window, InputEventKind.KeyUp).Key);
        Assert.Equal("w", window.LabelOf(GlfwKey.W));
        Assert.Equal("Space", window.LabelOf(GlfwKey.Space));
    }

    [Fact]
    public void A_click_and_the_wheel_arrive()
    {
        using var window = Open();
        Focus(window);

        Do("mousemove", "100", "80", "click", "3", "click", "4");

        var down = Await(window, InputEventKind.MouseDown);
        Assert.Equal((MouseButton.Right, window.PointerAt.X, window.PointerAt.Y), (down.Button, down.X, down.Y));
        Assert.Equal(MouseButton.Right, Await(window, InputEventKind.MouseUp).Button);
        Assert.Equal((0f, 1f), At(Await(window, InputEventKind.Wheel)));
    }

    [Fact]
    public void The_first_motion_of_a_captured_cursor_is_not_lost()
    {
        using var window = Open();
        Focus(window);
        window.CaptureCursor();
        window.Poll();
        window.Events.Clear();

        Do("mousemove_relative", "12", "7");

        Assert.Equal((12f, 7f), At(Await(window, InputEventKind.Motion)));
        Assert.True(window.CursorCaptured);
    }

    [Fact]
    public void Capturing_the_cursor_turns_nothing()
    {
        using var window = Open();
        Focus(window);
        Do("mousemove", "20", "200");
        Await(window, InputEventKind.Motion);
        window.Events.Clear();

        window.CaptureCursor();
        window.Poll();
        window.Poll();

        while (window.Events.TryTake(out var happened))
        {
            Assert.NotEqual(InputEventKind.Motion, happened.Kind);
        }
    }

    [Fact]
    public void A_cursor_that_is_let_go_makes_no_motion()
    {
        using var window = Open();
        Focus(window);
        window.CaptureCursor();
        Do("mousemove_relative", "50", "50");
        Await(window, InputEventKind.Motion);

        window.ReleaseCursor();
        window.Wait(TimeSpan.FromMilliseconds(100));

        Assert.False(window.CursorCaptured);
        while (window.Events.TryTake(out var happened))
        {
            Assert.True(happened.Kind != InputEventKind.Motion || At(happened) == (0f, 0f), $"{happened}");
        }
    }

    [Fact]
    public void A_window_fills_the_screen_and_comes_back()
    {
        using var window = Open();

        window.Fullscreen = true;
        var full = Await(window, InputEventKind.Resize);
        window.Fullscreen = false;
        var back = Await(window, InputEventKind.Resize);

        Assert.Equal((800f, 600f), At(full));
        Assert.Equal((320f, 240f), At(back));
    }

    [Fact]
    public void What_is_copied_can_be_pasted()
    {
        using var window = Open();

        window.Clipboard = "a house, größer";

        Assert.Equal("a house, größer", window.Clipboard);
    }

    [Fact]
    public void More_gamepads_can_be_learnt()
    {
        using var window = Open();

        Assert.True(window.TryLearnGamepads("78696e70757401000000000000000000,A pad,platform:Linux,a:b0,b:b1,x:b2,y:b3,"));
        Assert.Null(window.GamepadName);
    }

    [Fact]
    public void The_game_may_refuse_to_close()
    {
        using var window = Open();

        window.Closing = true;
        Assert.True(window.Closing);
        window.Closing = false;

        Assert.False(window.Closing);
    }

    [Fact]
    public void A_quiet_frame_makes_no_garbage()
    {
        using var window = Open();
        Frame(window);

        Assert.Equal(0, Garbage.Of(() =>
        {
            for (var i = 0; i < 100; i++)
            {
                Frame(window);
            }
        }));
    }

    [Fact]
    public void Without_a_display_the_message_says_so()
    {
        Open().Dispose();
        VirtualDisplay.Unset();

        var lacking = Assert.Throws<PlatformException>(() => GlfwWindow.Open(Small));

        Assert.StartsWith("there is no display to open a window on (GLFW: ", lacking.Message, StringComparison.Ordinal);
    }

    private static GlfwWindow Open()
    {
        try
        {
            return GlfwWindow.Open(Small);
        }
        catch (PlatformException lacking)
        {
            Assert.Skip(lacking.Message);
            throw;
        }
    }

    private static void Frame(GlfwWindow window)
    {
        window.Poll();
        while (window.Events.TryTake(out _))
        {
        }

        window.Gl.Clear(ClearBufferMask.ColorBufferBit);
        window.Present();
    }

    private static void Focus(GlfwWindow window)
    {
        window.Focus();
        if (!window.Focused)
        {
            Await(window, InputEventKind.Focus);
        }
    }

    private static (float X, float Y) At(InputEvent happened) => (happened.X, happened.Y);

    private static InputEvent Await(GlfwWindow window, InputEventKind kind)
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < TimeSpan.FromSeconds(10))
        {
            while (window.Events.TryTake(out var happened))
            {
                if (happened.Kind == kind)
                {
                    return happened;
                }
            }

            window.Wait(TimeSpan.FromMilliseconds(100));
        }

        throw new TimeoutException($"No {kind} arrived.");
    }

    private void Do(params string[] words)
    {
        VirtualScreen.SkipWithout("xdotool");
        _display.Do(words);
    }
}
