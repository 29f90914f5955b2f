using System.Reflection;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommonGround.Web.Infrastructure.Access;

/// <summary>Stops the start when something that can be asked for does not declare who may. The gate would refuse it to everyone.</summary>
internal static class AccessDeclarations
{
    // The framework's own, in builds that are not published: files that changed since. The gate refuses it, as all that declares nothing.
    private const string FilesBeingWorkedOn = "Fallback {**path:file}";

    /// <param name="endpoints">All that is mapped. A page's attributes are on its model, and reach its endpoint only when it is first asked for.</param>
    /// <exception cref="StartRefusedException">Some do not; the message names them.</exception>
    public static void Check(Assembly pages, IEnumerable<Endpoint> endpoints)
    {
        var undeclared = pages.GetTypes()
            .Where(t => t.IsSubclassOf(typeof(PageModel)) && !t.IsAbstract && t.GetCustomAttribute<AccessAttribute>() is null)
            .Select(t => t.FullName)
            .Concat(endpoints.Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is null && e.Metadata.GetMetadata<AccessAttribute>() is null
                    && e.DisplayName != FilesBeingWorkedOn)
                .Select(e => e.DisplayName))
            .ToList();
        if (undeclared.Count > 0)
            throw new StartRefusedException($"These do not declare their access: {string.Join(", ", undeclared)}.");
    }
}
