using System.Numerics;
using Silk.NET.OpenGL;

namespace BlockAssist.Game.Rendering;

/// <summary>A program of the graphics card, made of two of our own texts.</summary>
internal sealed class ShaderProgram : IDisposable
{
    private readonly GL _gl;
    private readonly uint _program;
    private readonly Dictionary<string, int> _places = [];

    /// <summary>Compiles and links <c>Shaders/NAME.vert</c> and <c>Shaders/NAME.frag</c>, which are parts of this assembly.</summary>
    /// <exception cref="RenderingException">The driver refuses a text; the message is the driver's, with the text's name.</exception>
    public ShaderProgram(GL gl, string name)
        : this(gl, name, name)
    {
    }

    /// <summary>Compiles and links <c>Shaders/VERTEX.vert</c> and <c>Shaders/FRAGMENT.frag</c>.</summary>
    /// <inheritdoc cref="ShaderProgram(GL,string)"/>
    public ShaderProgram(GL gl, string vertex, string fragment)
        : this(gl, (vertex, fragment), Read($"{vertex}.vert"), Read($"{fragment}.frag"))
    {
    }

    /// <summary>Compiles and links two texts.</summary>
    /// <exception cref="RenderingException">The driver refuses a text.</exception>
    internal ShaderProgram(GL gl, (string Vertex, string Fragment) names, string vertex, string fragment)
    {
        _gl = gl;
        _program = gl.CreateProgram();
        uint[] parts = [Compile(ShaderType.VertexShader, $"{names.Vertex}.vert", vertex), Compile(ShaderType.FragmentShader, $"{names.Fragment}.frag", fragment)];
        Array.ForEach(parts, part => gl.AttachShader(_program, part));
        gl.LinkProgram(_program);
        Array.ForEach(parts, gl.DeleteShader);
        if (gl.GetProgram(_program, ProgramPropertyARB.LinkStatus) == 0)
        {
            throw new RenderingException($"the shaders {names.Vertex}.vert and {names.Fragment}.frag do not fit together: {gl.GetProgramInfoLog(_program).Trim()}");
        }
    }

    /// <summary>Makes it the one that draws.</summary>
    public void Use() => _gl.UseProgram(_program);

    /// <summary>Sets a uniform of the program in use.</summary>
    public void Set(string uniform, int value) => _gl.Uniform1(PlaceOf(uniform), value);

    /// <inheritdoc cref="Set(string,int)"/>
    public void Set(string uniform, float value) => _gl.Uniform1(PlaceOf(uniform), value);

    /// <inheritdoc cref="Set(string,int)"/>
    public void Set(string uniform, Vector2 value) => _gl.Uniform2(PlaceOf(uniform), value.X, value.Y);

    /// <inheritdoc cref="Set(string,int)"/>
    public void Set(string uniform, Vector3 value) => _gl.Uniform3(PlaceOf(uniform), value.X, value.Y, value.Z);

    /// <inheritdoc cref="Set(string,int)"/>
    public void Set(string uniform, Vector4 value) => _gl.Uniform4(PlaceOf(uniform), value.X, value.Y, value.Z, value.W);

    /// <summary>Sets a matrix of the program in use: of row vectors, as <see cref="Matrix4x4"/> has them, which is what GL calls columns.</summary>
    public unsafe void Set(string uniform, in Matrix4x4 value)
    {
        var copy = value;
        _gl.UniformMatrix4(PlaceOf(uniform), 1, false, &copy.M11);
    }

    /// <inheritdoc/>
    public void Dispose() => _gl.DeleteProgram(_program);

    private static string Read(string name)
    {
        using var stream = typeof(ShaderProgram).Assembly.GetManifestResourceStream($"Shaders/{name}")
            ?? throw new RenderingException($"the shader {name} is not part of the program");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private uint Compile(ShaderType type, string name, string text)
    {
        var shader = _gl.CreateShader(type);
        _gl.ShaderSource(shader, text);
        _gl.CompileShader(shader);
        return _gl.GetShader(shader, ShaderParameterName.CompileStatus) != 0
            ? shader
            : throw new RenderingException($"the shader {name} does not compile: {_gl.GetShaderInfoLog(shader).Trim()}");
    }

    private int PlaceOf(string uniform)
    {
        if (!_places.TryGetValue(uniform, out var place))
        {
            place = _gl.GetUniformLocation(_program, uniform);
            _places.Add(uniform, place);
        }

        return place;
    }
}
