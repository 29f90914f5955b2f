using CommonGround.Web.Infrastructure;
using Microsoft.Extensions.Options;

namespace CommonGround.Web.Features.Gallery;

public sealed class CaseModel(IOptions<HouseUiOptions> options, IHostEnvironment environment) : GalleryPage(options, environment);
