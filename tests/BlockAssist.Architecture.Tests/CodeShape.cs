using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BlockAssist.Architecture.Tests;

/// <summary>How long the files and functions of a folder are.</summary>
/// <remarks>Files by their lines; functions are what has a body (methods, constructors, operators, local functions, accessors with a block), from the first line to the last, attributes and comments left out.</remarks>
internal sealed class CodeShape
{
    private CodeShape(IReadOnlyList<(string Name, int Lines)> files, IReadOnlyList<(string Name, int Lines, int Parameters)> functions) => (Files, Functions) = (files, functions);

    /// <summary>All files.</summary>
    public IReadOnlyList<(string Name, int Lines)> Files { get; }

    /// <summary>All functions.</summary>
    public IReadOnlyList<(string Name, int Lines, int Parameters)> Functions { get; }

    /// <summary>Measures a folder of a checkout.</summary>
    public static CodeShape Of(string folder)
    {
        List<(string, int)> files = [];
        List<(string, int, int)> functions = [];
        foreach (var file in Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var name = Path.GetRelativePath(folder, file);
            var tree = CSharpSyntaxTree.ParseText(File.ReadAllText(file), CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview));
            files.Add((name, File.ReadAllLines(file).Length));
            functions.AddRange(tree.GetRoot().DescendantNodes().Where(HasBody).Select(node => ($"{name}: {NameOf(node)}", LinesOf(node), ParametersOf(node))));
        }

        return new CodeShape(files, functions);
    }

    /// <summary>The number that a share of all does not exceed.</summary>
    public static int Quantile(IEnumerable<int> numbers, double share)
    {
        int[] sorted = [.. numbers.Order()];
        return sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))];
    }

    /// <summary>The row of a table.</summary>
    public string Row(string title) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {title} | {Files.Count} | {Files.Sum(file => file.Lines)} | {Spread(Files.Select(file => file.Lines))} | {Functions.Count} | {Spread(Functions.Select(function => function.Lines))} | {100.0 * Functions.Count(function => function.Parameters > 4) / Functions.Count:F1} % |");

    private static string Spread(IEnumerable<int> numbers) =>
        string.Create(CultureInfo.InvariantCulture, $"{Quantile(numbers, 0.5)} / {Quantile(numbers, 0.9)} / {Quantile(numbers, 0.99)} / {numbers.Max()}");

    private static bool HasBody(SyntaxNode node) => node switch
    {
        BaseMethodDeclarationSyntax method => method.Body is not null || method.ExpressionBody is not null,
        LocalFunctionStatementSyntax => true,
        AccessorDeclarationSyntax accessor => accessor.Body is not null,
        _ => false,
    };

    private static string NameOf(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method => method.Identifier.Text,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.Text,
        LocalFunctionStatementSyntax local => local.Identifier.Text,
        AccessorDeclarationSyntax { Parent.Parent: PropertyDeclarationSyntax property } accessor => $"{property.Identifier.Text}.{accessor.Keyword.Text}",
        _ => node.Kind().ToString(),
    };

    private static int LinesOf(SyntaxNode node)
    {
        var first = node.ChildNodesAndTokens().First(part => !part.IsKind(SyntaxKind.AttributeList));
        var start = first.AsToken() is { RawKind: not 0 } token ? token.SpanStart : first.AsNode()!.SpanStart;
        var lines = node.SyntaxTree.GetLineSpan(Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(start, node.Span.End));
        return lines.EndLinePosition.Line - lines.StartLinePosition.Line + 1;
    }

    private static int ParametersOf(SyntaxNode node) => node switch
    {
        BaseMethodDeclarationSyntax method => method.ParameterList.Parameters.Count,
        LocalFunctionStatementSyntax local => local.ParameterList.Parameters.Count,
        _ => 0,
    };
}
