using BlockAssist.Game.Platform;
using Silk.NET.OpenGL;

namespace BlockAssist.Game.Tests.Platform;

[Collection(DrawingInTurn.Name)]
public sealed class OffscreenContextTests
{
    [Fact]
    public void A_context_without_a_display_is_3_3_core()
    {
        using var context = Open(16, 16);

        Assert.True(context.Gl.GetInteger(GetPName.MajorVersion) * 10 + context.Gl.GetInteger(GetPName.MinorVersion) >= 33);
        Assert.Equal((int)ContextProfileMask.CoreProfileBit, context.Gl.GetInteger(GetPName.ContextProfileMask));
    }

    [Fact]
    public void What_is_cleared_is_read_back()
    {
        using var context = Open(64, 48);

        Clear(context, 255, 128, 0);
        context.Present();

        Assert.All(Read(context).Chunk(4), pixel => Assert.Equal([255, 128, 0, 255], pixel));
    }

    [Fact]
    public void The_top_row_is_read_first()
    {
        using var context = Open(8, 5);
        Clear(context, 0, 0, 0);
        context.Gl.Enable(EnableCap.ScissorTest);
        context.Gl.Scissor(0, 4, 8, 1);

        Clear(context, 0, 0, 255);

        var rows = Read(context).Chunk(8 * 4).ToList();
        Assert.Equal(255, rows[0][2]);
        Assert.All(rows[1..], row => Assert.Equal(0, row[2]));
    }

    [Fact]
    public void Depth_hides_what_is_behind()
    {
        using var context = Open(4, 4);
        context.Gl.ClearDepth(0.25);
        context.Gl.Clear(ClearBufferMask.DepthBufferBit);

        var depth = 0f;
        unsafe
        {
            context.Gl.ReadPixels(1, 1, 1, 1, PixelFormat.DepthComponent, PixelType.Float, &depth);
        }

        Assert.Equal(0.25f, depth, tolerance: 0.0001f);
        Assert.Equal(GLEnum.NoError, context.Gl.GetError());
    }

    [Fact]
    public void A_target_takes_another_size()
    {
        using var context = Open(4, 4);

        context.Target.Resize(33, 7);
        Clear(context, 1, 2, 3);

        Assert.Equal((33, 7), context.Size);
        Assert.Equal([1, 2, 3, 255], Read(context)[^4..]);
    }

    [Fact]
    public void A_picture_that_is_too_large_is_refused_in_words()
    {
        using var context = Open(4, 4);

        var refused = Assert.Throws<PlatformException>(() => context.Target.Resize(1 << 20, 4));

        Assert.Contains("too large", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Pixels_go_into_memory_of_exactly_their_size()
    {
        using var context = Open(4, 4);

        Assert.Throws<ArgumentOutOfRangeException>(() => context.ReadPixels(new byte[63]));
    }

    [Fact]
    public void Contexts_may_follow_each_other_on_a_thread()
    {
        Open(4, 4).Dispose();
        using var second = Open(4, 4);

        Clear(second, 9, 9, 9);

        Assert.Equal(9, Read(second)[0]);
    }

    private static OffscreenContext Open(int width, int height)
    {
        try
        {
            return OffscreenContext.Open(width, height);
        }
        catch (PlatformException lacking)
        {
            Assert.Skip(lacking.Message);
            throw;
        }
    }

    private static void Clear(OffscreenContext context, byte red, byte green, byte blue)
    {
        context.Gl.ClearColor(red / 255f, green / 255f, blue / 255f, 1);
        context.Gl.Clear(ClearBufferMask.ColorBufferBit);
    }

    private static byte[] Read(OffscreenContext context)
    {
        var rgba = new byte[context.Size.Width * context.Size.Height * 4];
        context.ReadPixels(rgba);
        return rgba;
    }
}
