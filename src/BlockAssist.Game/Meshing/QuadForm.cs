using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace BlockAssist.Game.Meshing;

/// <summary>How the four corners of a face that looks one way are made of its rows and columns, all at once.</summary>
/// <param name="Face">Which way.</param>
/// <param name="Along">How far the slice, the row and the column are up in a <see cref="MeshVertex"/>.</param>
/// <param name="HighRow">All bits for the corners on the far side of the rows.</param>
/// <param name="HighColumn">All bits for the corners at the far end of the columns.</param>
internal readonly record struct QuadForm(Face Face, (int Slice, int Row, int Column) Along, Vector128<uint> HighRow, Vector128<uint> HighColumn)
{
    private const int X = 0;
    private const int Y = 5;
    private const int Z = 10;
    private const uint All = uint.MaxValue;

    private static readonly QuadForm[] Forms = [.. Enum.GetValues<Face>().Select(Make)];

    /// <summary>The form of faces that look one way.</summary>
    public static QuadForm Of(Face face) => Forms[(int)face];

    /// <summary>The first corner of a face of the first slice, row and column.</summary>
    /// <param name="key">What all its corners look like.</param>
    public uint First(FaceKey key) => MeshVertex.Pack(0, 0, 0, Face, key.Corner(0), key.Layer);

    /// <summary>What a slice adds to a corner.</summary>
    public uint Slice(int slice) => (uint)(slice + (Face is Face.PosX or Face.PosY or Face.PosZ ? 1 : 0)) << Along.Slice;

    /// <summary>Writes the corners of a face.</summary>
    /// <param name="place">Its first corner in the first row and column.</param>
    /// <param name="rows">The rows that it covers.</param>
    /// <param name="columns">The columns that it covers.</param>
    /// <param name="vertices">The first of four to write.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Put(uint place, (int From, int Count) rows, (int From, int Count) columns, ref uint vertices)
    {
        var first = place + ((uint)rows.From << Along.Row) + ((uint)columns.From << Along.Column);
        var across = Vector128.Create((uint)rows.Count << Along.Row) & HighRow;
        var along = Vector128.Create((uint)columns.Count << Along.Column) & HighColumn;
        (Vector128.Create(first) + across + along).StoreUnsafe(ref vertices);
    }

    private static QuadForm Make(Face face)
    {
        var along = ((int)face / 2) switch { 0 => (X, Y, Z), 1 => (Y, Z, X), _ => (Z, Y, X) };
        // Corners go round the same way seen along every axis; from outside that is anticlockwise for three of the six faces.
        return face is Face.PosX or Face.PosY or Face.NegZ
            ? new QuadForm(face, along, Vector128.Create(0, All, All, 0), Vector128.Create(0, 0, All, All))
            : new QuadForm(face, along, Vector128.Create(0, 0, All, All), Vector128.Create(0, All, All, 0));
    }
}
