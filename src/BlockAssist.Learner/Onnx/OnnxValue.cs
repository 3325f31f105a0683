namespace BlockAssist.Learner.Onnx;

/// <summary>A tensor of a graph: its name there, and its shape.</summary>
internal sealed class OnnxValue
{
    private readonly OnnxGraph? _graph;
    private string? _name;

    /// <summary>A tensor that the graph has.</summary>
    /// <param name="name">What the nodes call it.</param>
    /// <param name="shape">The length of each axis; −1 is the batch.</param>
    public OnnxValue(string name, int[] shape) => (_name, Shape, Rows) = (name, shape, shape.Length == 2 ? name : null);

    private OnnxValue(OnnxGraph graph, string rows, int[] shape) => (_graph, Rows, Shape) = (graph, rows, shape);

    /// <summary>The length of each axis; −1 is the batch.</summary>
    public int[] Shape { get; }

    /// <summary>What the nodes call the same numbers as a matrix with the last axis as columns; null where there is none.</summary>
    public string? Rows { get; }

    /// <summary>What the nodes call it; a matrix is given its shape when that is first asked for.</summary>
    public string Name => _name ??= _graph!.Node("Reshape", [Rows!, _graph.Integers(Shape)]);

    /// <summary>A tensor that the graph has as a matrix.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="rows">What its nodes call the matrix.</param>
    /// <param name="shape">The length of each axis; one may be −1.</param>
    public static OnnxValue OfRows(OnnxGraph graph, string rows, int[] shape) =>
        shape.Length == 2 ? new OnnxValue(rows, shape) : new OnnxValue(graph, rows, shape);
}
