using Mono.Cecil;
using Mono.Cecil.Cil;

namespace CommonGround.Web.Tests.Architecture;

/// <summary>
/// Areas are the folders of Features. One may use itself, Shared, and what lies under all of them, never another area:
/// what two need goes into the domain, into Shared, or into a folder that an area gives to the others on purpose.
/// </summary>
internal static class Areas
{
    // Where a case stands in its programme: the citizen's own pages and the professionals' read it alike.
    private static readonly string[] Given = ["Shared", "Cases.Course"];

    /// <summary>Each reach as "who: whom", for the areas under <paramref name="features"/>, a namespace.</summary>
    public static IReadOnlyList<string> Reaches(ModuleDefinition module, string features) =>
        [.. from type in module.GetTypes()
            let area = AreaOf(type, features)
            where area is not null and not "Shared"
            from used in UsedBy(type)
            let other = AreaOf(used, features)
            where other is not null && other != area && !IsGiven(used, features)
            group used by $"{type.FullName}: {used.FullName}" into reach
            orderby reach.Key
            select reach.Key];

    public static IReadOnlyList<string> Names(ModuleDefinition module, string features) =>
        [.. module.GetTypes().Select(type => AreaOf(type, features)).OfType<string>().Distinct().Order()];

    private static bool IsGiven(TypeReference type, string features) =>
        Given.Any(folder => $"{NamespaceOf(type)}.".StartsWith($"{features}.{folder}.", StringComparison.Ordinal));

    // Nested and generated types carry no namespace of their own: the outermost has it.
    private static string NamespaceOf(TypeReference type)
    {
        while (type.DeclaringType is not null) type = type.DeclaringType;
        return type.Namespace;
    }

    private static string? AreaOf(TypeReference type, string features) =>
        NamespaceOf(type) is var name && name.StartsWith(features + ".", StringComparison.Ordinal) ? name[(features.Length + 1)..].Split('.')[0] : null;

    private static IEnumerable<TypeReference> UsedBy(TypeDefinition type)
    {
        var direct = new List<TypeReference?> { type.BaseType };
        direct.AddRange(type.Interfaces.Select(item => item.InterfaceType));
        direct.AddRange(type.CustomAttributes.Select(item => item.AttributeType));
        direct.AddRange(type.Fields.Select(field => field.FieldType));
        foreach (var method in type.Methods)
        {
            direct.Add(method.ReturnType);
            direct.AddRange(method.Parameters.Select(parameter => parameter.ParameterType));
            if (!method.HasBody) continue;
            direct.AddRange(method.Body.Variables.Select(variable => variable.VariableType));
            direct.AddRange(method.Body.Instructions.SelectMany(UsedBy));
        }

        return direct.OfType<TypeReference>().SelectMany(Parts);
    }

    private static IEnumerable<TypeReference?> UsedBy(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [type],
        GenericInstanceMethod method => [method.DeclaringType, .. method.GenericArguments],
        MemberReference member => [member.DeclaringType],
        _ => [],
    };

    private static IEnumerable<TypeReference> Parts(TypeReference type) => type switch
    {
        GenericInstanceType generic => generic.GenericArguments.SelectMany(Parts).Prepend(generic.ElementType),
        TypeSpecification wrapped => Parts(wrapped.ElementType),
        _ => [type],
    };
}
