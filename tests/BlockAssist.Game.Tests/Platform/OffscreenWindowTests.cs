using BlockAssist.Game.Platform;
using Silk.NET.OpenGL;

namespace BlockAssist.Game.Tests.Platform;

[Collection(DrawingInTurn.Name)]
public sealed class OffscreenWindowTests
{
    [Fact]
    public void A_window_that_nobody_sees_can_be_drawn_on_and_resized()
    {
        using var window = Open();

        window.Resize(6, 5);
        window.Gl.ClearColor(1, 0, 1, 1);
        window.Gl.Clear(ClearBufferMask.ColorBufferBit);
        var rgba = new byte[6 * 5 * 4];
        window.ReadPixels(rgba);

        Assert.True(window.Events.TryTake(out var happened));
        Assert.Equal(InputEvent.Resize(6, 5), happened);
        Assert.Equal([255, 0, 255, 255], rgba[..4]);
    }

    [Fact]
    public void A_minimized_window_has_no_focus()
    {
        using var window = Open();

        window.Minimize();
        Assert.False(window.Focused);
        window.Restore();

        Assert.True(window.Focused);
    }

    private static OffscreenWindow Open()
    {
        try
        {
            return new OffscreenWindow(OffscreenContext.Open(4, 4));
        }
        catch (PlatformException lacking)
        {
            Assert.Skip(lacking.Message);
            throw;
        }
    }
}
