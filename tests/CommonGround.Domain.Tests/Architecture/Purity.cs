using Mono.Cecil;

namespace CommonGround.Domain.Tests.Architecture;

/// <summary>What the rules may not touch, so that they give the same answer for the same facts: clock, chance, I/O.</summary>
internal static class Purity
{
    private static readonly string[] Forbidden =
    [
        "System.DateTime::get_Now", "System.DateTime::get_UtcNow", "System.DateTime::get_Today",
        "System.DateTimeOffset::get_Now", "System.DateTimeOffset::get_UtcNow",
        "System.TimeProvider::", "System.Diagnostics.Stopwatch::", "System.TimeZoneInfo::get_Local",
        "System.Guid::NewGuid", "System.Guid::CreateVersion7()", "System.Random::get_Shared", "System.Random::.ctor()",
        "System.Environment::Get", "System.Environment::get_MachineName", "System.Console::",
        "System.IO.File::", "System.IO.Directory::", "System.IO.FileStream::", "System.IO.FileInfo::", "System.IO.DirectoryInfo::",
        "System.Net.Http.", "System.Net.Sockets.", "System.Net.Dns::", "System.Diagnostics.Process::", "System.Threading.Thread::",
        "System.Threading.Tasks.Task::Run", "System.Threading.Tasks.Task::Delay",
        "System.Globalization.CultureInfo::get_CurrentCulture", "System.Globalization.CultureInfo::get_CurrentUICulture",
    ];

    /// <summary>Each breach as "who: what", over these types and those nested in them.</summary>
    public static IReadOnlyList<string> Breaches(IEnumerable<TypeDefinition> types) =>
        [.. from type in types.SelectMany(WithNested)
            from method in type.Methods
            where method.HasBody
            from instruction in method.Body.Instructions
            let used = instruction.Operand as MemberReference
            where used?.DeclaringType is not null
            let name = $"{used.DeclaringType.GetElementType().FullName}::{used.Name}" + (used is MethodReference { HasParameters: false } ? "()" : "")
            where Forbidden.Any(forbidden => name.StartsWith(forbidden, StringComparison.Ordinal))
            select $"{method.DeclaringType.FullName}.{method.Name}: {name}"];

    private static IEnumerable<TypeDefinition> WithNested(TypeDefinition type) => type.NestedTypes.SelectMany(WithNested).Prepend(type);
}
