using System.Reflection;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommonGround.Web.Infrastructure.Access;

/// <summary>Stops the start when a page does not declare who may come to it. What is no page is refused by the gate.</summary>
internal static class AccessDeclarations
{
    public static void Check(Assembly assembly)
    {
        var undeclared = assembly.GetTypes()
            .Where(t => t.IsSubclassOf(typeof(PageModel)) && !t.IsAbstract && t.GetCustomAttribute<AccessAttribute>() is null)
            .Select(t => t.FullName).ToList();
        if (undeclared.Count > 0)
            throw new StartRefusedException($"These pages do not declare their access: {string.Join(", ", undeclared)}.");
    }
}
