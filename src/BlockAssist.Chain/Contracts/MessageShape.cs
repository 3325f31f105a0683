using System.Reflection;
using BlockAssist.Chain.Abi;

namespace BlockAssist.Chain.Contracts;

/// <summary>How the properties of a class are a tuple of the ABI.</summary>
internal sealed class MessageShape
{
    private const int Deepest = 16;

    private readonly Type _class;
    private readonly (PropertyInfo Property, MessageShape? Inner)[] _parts;

    private MessageShape(Type type, int depth)
    {
        if (depth > Deepest)
        {
            throw new ArgumentException($"{type.Name} holds itself.", nameof(type));
        }

        _class = type;
        var told = (
            from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            let how = property.GetCustomAttribute<ParameterAttribute>()
            where how is not null
            orderby how.Order
            select (property, how, inner: how.Type.StartsWith("tuple", StringComparison.Ordinal) ? new MessageShape(ElementOf(property.PropertyType), depth + 1) : null)).ToArray();
        _parts = [.. told.Select(part => (part.property, part.inner))];
        Tuple = new AbiTuple([.. told.Select(part => new AbiParameter(
            part.how.Name, part.inner is null ? AbiType.Parse(part.how.Type) : AbiParser.ReadType(part.how.Type, part.inner.Tuple), part.how.Indexed))]);
    }

    /// <summary>The tuple; of no parts if the class has none.</summary>
    public AbiTuple Tuple { get; }

    /// <summary>The shape of a class.</summary>
    public static MessageShape Of(Type type) => new(type, depth: 0);

    /// <summary>The values of a message, in the order of the tuple.</summary>
    public object[] ValuesOf(object message) =>
        [.. _parts.Select((part, i) => MessageValue.ToAbi(Tuple.Parts[i].Type, part.Property.GetValue(message), part.Inner))];

    /// <summary>A message of values.</summary>
    public object MessageOf(IReadOnlyList<object> values)
    {
        var message = Activator.CreateInstance(_class)!;
        for (var i = 0; i < _parts.Length; i++)
        {
            var (property, inner) = _parts[i];
            property.SetValue(message, MessageValue.FromAbi(property.PropertyType, values[i], inner));
        }

        return message;
    }

    private static Type ElementOf(Type type) => MessageValue.ElementOf(type) is { } element ? ElementOf(element) : type;
}
